package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.identity.provider.Provider;
import dev.assay.probe.PolicyText;
import dev.assay.probe.Probe;
import dev.assay.profile.Profile;
import dev.assay.registry.Templates;
import dev.assay.report.ProbeText;
import dev.assay.result.ProbeResult;
import dev.assay.run.Plan;
import dev.assay.run.TagSelection;
import dev.assay.steps.HappyPath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a profile on its registry. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = {
            "Tries a profile: one happy exchange and publish, step by step. Shows every request and answer without",
            "secrets, what the profile made of it, and, where a step fails, which member of the profile to look at.",
            "Nothing forged is sent."
        },
        footer = {
            "",
            "Examples:",
            "  assay probe pypi-strict                                      against the profile's embedded model",
            "  assay probe my-registry.yaml --target http://localhost:8080  against a running registry",
            "  assay probe my-registry.yaml --target http://localhost:8080 --json",
            "",
            "Exit codes: 0 every step done, 1 profile and registry do not fit together,",
            "            2 bad usage, or the registry cannot be spoken with."
        })
final class ProbeCommand implements Callable<Integer> {
    /** Where 'assay clean' looks for what could not be removed. */
    private static final Path LEDGERS = Path.of("reports");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROFILE", description = "Name of a profile, or a profile file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @ArgGroup(validate = false, heading = "%nTarget and identity provider:%n")
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() throws JsonProcessingException {
        var named = sources.profile(name);
        var profile = named.profile();
        target.check(List.of(profile), spec.commandLine().getErr());
        var provider = target.providers(profile).get(0);
        var selection = TagSelection.of(null, sources.features());
        var line = spec.commandLine();
        var leavings = Leavings.of(target, target.runId(), LEDGERS, line.getErr(), line.getParseResult());
        try (var workshop = Workshop.open();
                var suite = workshop.suite(profile, provider, target, selection, leavings.ledger(), Optional.empty());
                var path = new HappyPath(suite.worlds().next(), version())) {
            if (!path.isProvisionedHere() && !line.getParseResult().hasMatchedOption("--run-id")) {
                return askForPolicy(profile, path);
            }
            var probe = Probe.along(path, profile);
            print(result(profile, provider, path, probe));
            leavings.remove(named, PATIENCE);
            return probe.exitCode();
        }
    }

    /** Never used before, even if the package is: the seconds since 1970. */
    private static String version() {
        return "0.1." + Instant.now().getEpochSecond();
    }

    private ProbeResult result(Profile profile, Provider provider, HappyPath path, Probe probe) {
        return new ProbeResult(
                AssayVersion.text(),
                profile.id(),
                profile.title(),
                path.target(),
                provider.id(),
                path.issuer(),
                target.runId(),
                probe.steps(),
                probe.untouched(),
                probe.exitCode());
    }

    /** Policies are entered by hand: the operator needs to know which one, in the registry's own language if there is one. */
    private int askForPolicy(Profile profile, HappyPath path) {
        var err = spec.commandLine().getErr();
        err.println(
                "assay: this profile's policies are entered by hand (provision.by: manual). Enter this one, then run the"
                        + " same command with --run-id " + target.runId());
        err.flush();
        var out = spec.commandLine().getOut();
        out.print(policy(profile, path));
        out.flush();
        return ExitCode.BAD_USAGE;
    }

    private String policy(Profile profile, HappyPath path) {
        var policy = Plan.ofProbe(path.packageName(), path.issuer(), path.policy());
        var plan = new Plan(profile.id(), target.runId(), List.of(policy));
        return profile.provision()
                .plan()
                .map(template -> new Templates().render(template, Map.of("policies", plan.asTemplateValues())))
                .orElseGet(() -> new PolicyText(path.packageName(), path.issuer(), path.policy())
                        .lines().stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private void print(ProbeResult result) throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(result));
        } else {
            var terminal = Terminal.ofProcess();
            out.print(new ProbeText(terminal.colours(), terminal.unicode()).render(result));
        }
        out.flush();
    }
}
