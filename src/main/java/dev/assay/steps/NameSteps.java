package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Provisioner.NotProvisionedException;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.function.BiFunction;

/** Names as forges give them out: with capitals, dots and blanks, and as long as they may be. */
public final class NameSteps {
    private static final int LENGTH = 100;

    /** The workload by its name; the text is what a long name ends with. */
    private static final Map<String, BiFunction<World, String, Workload>> NAMED = Map.ofEntries(
            entry("an owner and a repository with capitals", (w, end) -> withCapitals(w)),
            entry("a repository with a dot in its name", (w, end) -> inRepository(w, "widget.io")),
            entry("a workflow file with capitals", (w, end) -> fromFile(w, "Release.yml")),
            entry("a workflow file with the longer suffix", (w, end) -> fromFile(w, "release.yaml")),
            entry("an environment with capitals", (w, end) -> inEnvironment(w, "Release")),
            entry("an environment with a blank", (w, end) -> inEnvironment(w, "Prod EU")),
            entry("an environment called None", (w, end) -> inEnvironment(w, "None")),
            entry("an environment called null", (w, end) -> inEnvironment(w, "null")),
            entry("an environment called undefined", (w, end) -> inEnvironment(w, "undefined")),
            entry("an environment of 100 characters", (w, end) -> inEnvironment(w, longName(end))),
            entry("a repository of 100 characters", (w, end) -> inRepository(w, longName(end))),
            entry("a workflow file of 100 characters", (w, end) -> fromFile(w, longName(end + ".yml"))));

    private final World world;
    private final Deeds deeds;
    private String name = "";

    public NameSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("^a package that trusts the workload of ([^,]+)$")
    public void trusts(String named) {
        try {
            configure(named);
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Finding("no policy can name " + named + ": " + e.getMessage());
            }
            throw e;
        }
    }

    @Given("^a package that trusts the workload of ([^,]+), if that can be entered$")
    public void trustsIfPossible(String named) {
        try {
            configure(named);
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Inapplicable(
                        "no policy at " + world.profile().title() + " can name " + named + ": " + e.getMessage());
            }
            throw e;
        }
    }

    @When("the workload of another asks to publish, which differs in the last character")
    public void anotherAsks() {
        world.tried(
                "the workload of " + name + " asks to publish that differs in the last character",
                deeds.ask(named(name, "b"), Deeds.ATTACKER),
                () -> deeds.ask(world.cast().workload(), Deeds.JOB));
    }

    private void configure(String named) {
        name = named;
        requires(named);
        new PolicySteps(world).packageWithoutPublisher();
        var cast = world.cast();
        cast.trusts(named(named, "a"));
        cast.configured(
                world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(cast.workload())));
    }

    private void requires(String named) {
        if (named.contains("workflow")) {
            Elsewhere.requiresWorkflow(world);
        }
        if (named.contains("environment")) {
            world.requires(Promise.ENVIRONMENTS);
        }
    }

    private Workload named(String named, String end) {
        var workload = NAMED.get(named);
        if (workload == null) {
            throw new IllegalArgumentException("no workload is that of '" + named + "'");
        }
        return workload.apply(world, end);
    }

    private static Workload withCapitals(World world) {
        var forge = world.scene().stage().forge();
        var owner = forge.createOwner("Assay-" + world.cast().prefix());
        return Workload.of(forge.createRepository(owner, "WidGet"), Cast.WORKFLOW);
    }

    private static Workload inRepository(World world, String repository) {
        return Elsewhere.repository(world, world.cast().workload(), repository);
    }

    private static Workload fromFile(World world, String file) {
        return world.cast().workload().withWorkflowFile(file);
    }

    private static Workload inEnvironment(World world, String environment) {
        return world.cast().workload().withEnvironment(environment);
    }

    private static String longName(String end) {
        return "widget-".repeat(LENGTH).substring(0, LENGTH - end.length()) + end;
    }
}
