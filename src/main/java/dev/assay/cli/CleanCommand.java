package dev.assay.cli;

import dev.assay.profile.Profile;
import dev.assay.profile.Provisioning;
import dev.assay.run.TagSelection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes what a run left at a live target. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Removes the accounts, packages and policies that a run left at a live target: after a crash, after --keep, or"
                    + " when the clean-up of the run itself could not remove all.",
            "What the run created stands in REPORTS/RUN-ID.created.jsonl. Where policies are entered by hand, this prints"
                    + " what to delete."
        },
        footer = {
            "",
            "Example:",
            "  assay clean my-registry.yaml --target http://localhost:8080 --run-id try-1",
            "",
            "Exit codes: 0 nothing is left, 1 something is, 2 bad usage or environment."
        })
final class CleanCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROFILE", description = "Name of a profile, or a profile file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the run's reports went (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Where policies are entered by hand: the tags that the plan was made with.")
    private @Nullable String tags;

    @ArgGroup(validate = false, heading = "%nTarget:%n")
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() {
        var named = sources.profile(name);
        var profile = named.profile();
        var console = spec.commandLine().getOut();
        if (profile.provision().by() == Provisioning.Means.MANUAL) {
            tellWhatToDelete(profile, console);
            return ExitCode.OK;
        }
        if (target.target().isEmpty()) {
            throw new UsageProblem("give the target that the run drove, with --target URL");
        }
        var leavings = Leavings.ofAll(target, out, console, spec.commandLine().getParseResult());
        if (leavings.isEmpty()) {
            console.println("assay: there is no ledger of run " + target.runId() + " in " + out
                    + ", so nothing is known to be left by it" + known());
            console.flush();
            return ExitCode.OK;
        }
        target.check(List.of(profile), spec.commandLine().getErr());
        var clean =
                leavings.stream().filter(part -> part.remove(named, PATIENCE)).count() == leavings.size();
        return clean ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private String known() {
        var runs = Leavings.runsIn(out);
        return runs.isEmpty() ? "" : "; there are ledgers of " + String.join(", ", runs);
    }

    private void tellWhatToDelete(Profile profile, PrintWriter console) {
        var library = sources.features();
        try (var workshop = Workshop.open()) {
            var provider = target.providers(profile).get(0);
            var plan = workshop.plan(profile, provider, target, library, TagSelection.of(tags, library));
            console.println("Policies of " + profile.title() + " are entered by hand. Delete those of run "
                    + target.runId() + ", and these packages with what was published:");
            plan.policies().stream()
                    .flatMap(policy -> policy.packages().stream())
                    .distinct()
                    .sorted()
                    .forEach(packageName -> console.println("  " + packageName));
            console.flush();
        }
    }
}
