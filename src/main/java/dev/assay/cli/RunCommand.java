package dev.assay.cli;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.report.ReportDirectory;
import dev.assay.report.ResultFile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.run.Chapters;
import dev.assay.run.Slots;
import dev.assay.run.SuiteRun;
import dev.assay.run.Summaries;
import dev.assay.run.TagSelection;
import dev.assay.run.WaitingRoom;
import dev.assay.steps.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the suite. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the suite against registries and writes a report. Several profiles make one report that compares them;"
                    + " with --target, all of them drive that registry, one after the other, which compares ways to"
                    + " configure it."
        },
        footer = {
            "",
            "Examples:",
            "  assay run pypi                              the embedded model of PyPI",
            "  assay run pypi-strict --tags '@JWT-6'       only the scenarios about one requirement",
            "  assay run --all                             all models, side by side",
            "  assay run peryx --target https://localhost:4443 --run-id ci --issuer https://localhost:9443",
            "  assay run by-name.yaml by-id.yaml --target http://localhost:8080   two ways to configure one registry",
            "  assay run my.yaml --target http://localhost:8080 --hard-wired --issuer-tls tls   see 'assay proxy --help'",
            "  assay run pypi --baseline last/result.json  only what became worse fails",
            "  assay run pypi --shard 1/3 --run-id ci      a third of the suite; 'assay merge' puts thirds together",
            "",
            "Exit codes: 0 conformant (only expected deviations), 1 findings, 2 bad usage or environment,",
            "            3 nothing wrong found, but something cannot be told."
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(20);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PROFILE", description = "Names of profiles, or profile files.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "Run every profile that models a real registry, and compare them.")
    private boolean all;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios whose tags fit, such as '@JWT-6 or @POL-1'.")
    private @Nullable String tags;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail only on what became worse since this result.json, and name what became better.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Scenarios at a time (default: two for each processor).")
    private int threads = 2 * Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where reports go (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--keep",
            description = "Leave what the run creates at a live target, for a look at it; 'assay clean' removes it.")
    private boolean keep;

    @ArgGroup(validate = false, heading = "%nTarget and identity provider:%n")
    private final TargetOptions target = new TargetOptions();

    @ArgGroup(validate = false, heading = "%nPart of the suite:%n")
    private final ShardOptions shards = new ShardOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new UsageProblem("--threads " + threads + ": give at least 1");
        }
        var startedAt = Instant.now();
        var catalogue = Catalogue.shipped();
        var library = sources.features();
        var selection = TagSelection.of(tags, library);
        var named = profiles(sources.profiles());
        var profiles = named.stream().map(NamedProfile::profile).toList();
        var reports = new ReportDirectory(out);
        var known = baseline.map(file -> new Baseline(new ResultFile().read(file), file));
        var shard = shards.of(library, known.map(Baseline::result));
        known.ifPresent(earlier -> earlier.check(profiles, target, shard));
        var name = shard.map(part -> part.nameWithin(target.runId())).orElse(target.runId());
        reports.prepare(name);
        var leavings = Leavings.of(
                target,
                name,
                out,
                spec.commandLine().getErr(),
                spec.commandLine().getParseResult());
        named.forEach(leavings::requireNone);
        var slots = new Slots(threads);
        var waitingRoom = target.waits() ? Optional.of(new WaitingRoom(slots)) : Optional.<WaitingRoom>empty();
        try (var workshop = Workshop.open();
                var allure = AllureFolder.temporary()) {
            var runs = new ArrayList<ProfileRun>();
            for (var given : named) {
                var profile = given.profile();
                for (var provider : target.providers(profile)) {
                    var progress = ConsoleProgress.of(spec.commandLine(), profile.title());
                    try (var suite = workshop.suite(
                                    profile,
                                    provider,
                                    target,
                                    selection,
                                    leavings.ledger(),
                                    waitingRoom.map(Waiting.class::cast));
                            var interruption = Interruption.then(() -> stop(given, leavings))) {
                        runs.add(new SuiteRun(catalogue, library)
                                .execute(
                                        profile,
                                        suite.description(),
                                        provider.id(),
                                        suite.worlds(),
                                        new SuiteRun.Options(
                                                slots,
                                                Optional.empty(),
                                                selection,
                                                shard,
                                                Optional.of(allure.path()),
                                                progress,
                                                waitingRoom,
                                                suite.shared().get())));
                        tidy(given, leavings);
                    }
                    progress.done();
                }
            }
            var result = new Result(
                    Result.SCHEMA_VERSION,
                    AssayVersion.text(),
                    target.runId(),
                    startedAt,
                    Duration.between(startedAt, Instant.now()).toMillis(),
                    "assay "
                            + String.join(
                                    " ", spec.commandLine().getParseResult().originalArgs()),
                    shard,
                    Chapters.of(catalogue),
                    runs,
                    Summaries.together(runs));
            return target.unlessDead(
                    new Ending(spec.commandLine().getOut()).of(result, reports.write(result, allure.path()), known));
        }
    }

    private void tidy(NamedProfile profile, Leavings leavings) {
        if (keep) {
            leavings.tellKept(profile);
        } else {
            leavings.remove(profile, PATIENCE);
        }
    }

    /** The run was interrupted: nothing more comes into being, and what did is removed while the user waits. */
    private void stop(NamedProfile profile, Leavings leavings) {
        leavings.ledger().seal();
        if (!keep && !leavings.isEmpty()) {
            var err = spec.commandLine().getErr();
            err.println("\nassay: stopped; removing what the run created. Ctrl-C again leaves it there.");
            err.flush();
            leavings.remove(profile, PATIENCE_WHEN_STOPPED);
        }
    }

    private List<NamedProfile> profiles(Profiles known) {
        if (all == !names.isEmpty()) {
            throw new UsageProblem(
                    "name the profiles to run, or give --all; known are " + String.join(", ", known.names()));
        }
        var chosen = (all ? known.names() : names)
                .stream()
                        .map(sources::profile)
                        .filter(given -> !all || modelsARealRegistry(given.profile()))
                        .toList();
        target.check(
                chosen.stream().map(NamedProfile::profile).toList(),
                spec.commandLine().getErr());
        return chosen;
    }

    private static boolean modelsARealRegistry(Profile profile) {
        return profile.embedded().filter(model -> !model.sound()).isPresent();
    }
}
