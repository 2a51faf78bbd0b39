package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.assay.profile.Profile;
import dev.assay.registry.Templates;
import dev.assay.run.Plan;
import dev.assay.run.TagSelection;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a run needs before it can begin. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every policy, package and owner that a run needs on a live target, and what to enter where.",
            "Nothing is sent. The same --run-id and --issuer give the same names when the suite is run."
        },
        footer = {
            "",
            "Examples:",
            "  assay plan peryx --run-id ci                 for people",
            "  assay plan peryx --run-id ci --tags @POL-3   little enough to enter on a web page",
            "  assay plan peryx --run-id ci --render        in the registry's own configuration language",
            "  assay plan peryx --run-id ci --json          for programs"
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROFILE", description = "Name of a profile, or a profile file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Option(
            names = "--render",
            description = "Print it in the registry's own configuration language, if the profile knows it.")
    private boolean render;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only what the scenarios need whose tags fit, such as '@POL-3'; give the run the same.")
    private @Nullable String tags;

    @ArgGroup(validate = false, heading = "%nTarget and identity provider:%n")
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() throws JsonProcessingException {
        var profile = sources.profiles().load(name);
        var library = sources.features();
        try (var workshop = Workshop.open()) {
            var provider = target.providers(profile).get(0);
            var plan = workshop.plan(profile, provider, target, library, TagSelection.of(tags, library));
            print(profile, plan, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private void print(Profile profile, Plan plan, PrintWriter out) throws JsonProcessingException {
        if (json) {
            out.println(JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(plan));
        } else if (render) {
            var template = profile.provision()
                    .plan()
                    .orElseThrow(() -> new UsageProblem("profile " + profile.id()
                            + " has no template for plans (provision.plan); leave out --render"));
            out.print(new Templates().render(template, Map.of("policies", plan.asTemplateValues())));
        } else {
            print(plan, out);
        }
        out.flush();
    }

    private static void print(Plan plan, PrintWriter out) {
        out.println(plan.policies().size() + " policies for run " + plan.runId() + " at " + plan.profile() + ":");
        for (var policy : plan.policies()) {
            out.println();
            out.println("package      " + String.join(", ", policy.packages()));
            out.println("  issuer      " + policy.issuer());
            out.println("  repository  " + policy.publisher().owner() + "/"
                    + policy.publisher().repository() + " (id "
                    + policy.publisher().repositoryId() + ", owner id "
                    + policy.publisher().ownerId() + ")");
            out.println("  workflow    " + policy.publisher().workflow());
            policy.publisher().environment().ifPresent(e -> out.println("  environment " + e));
            out.println("  for         " + policy.scenario());
        }
    }
}
