package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.NotProvisionedException;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several policies of one package, and what each of them is good for. */
public final class SeveralPublishersSteps {
    private static final String OTHER_FILE = "nightly.yml";

    private final World world;
    private final Deeds deeds;
    private final Map<Artifact, Workload> versions = new LinkedHashMap<>();
    private Optional<Workload> second = Optional.empty();

    public SeveralPublishersSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("a package that trusts two workloads")
    public void twoWorkloads() {
        world.requires(Promise.SEVERAL_PUBLISHERS);
        new PolicySteps(world).packageWithPublisher();
        trustsToo(Elsewhere.fromOtherFile(world, OTHER_FILE));
    }

    @Given("a package that trusts workloads of two repositories")
    public void twoRepositories() {
        world.requires(Promise.SEVERAL_PUBLISHERS);
        new PolicySteps(world).packageWithPublisher();
        try {
            add(Elsewhere.runs(world, "in another repository of the same owner"));
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Inapplicable(world.profile().title()
                        + " lets no second repository publish a package that trusts one: " + e.getMessage());
            }
            throw e;
        }
    }

    @When("the workload of either repository publishes a version")
    public void eitherRepositoryPublishes() {
        for (var workload : List.of(world.cast().workload(), second.orElseThrow())) {
            var what = "the workload of " + workload.repository().fullName() + " publishes a version";
            var artifact = deeds.nextArtifact(world.cast().packageName());
            var outcome = new Releases(world, deeds).attempt(workload, artifact, Deeds.JOB, what);
            world.tried(what, outcome, () -> outcome);
            versions.put(artifact, workload);
        }
    }

    @Then("the owner's record names with either version the workload that published it")
    public void recordNamesEither() {
        new OutcomeSteps(world).areAllAccepted();
        versions.forEach((artifact, workload) -> new PublishingSteps(world).recordNames(workload, artifact));
    }

    @Given("another trusted publisher of it for any environment")
    public void anyEnvironment() {
        trustsToo(world.cast().workload().withoutEnvironment());
    }

    @Given("another trusted publisher of it for another workflow file in any environment")
    public void otherFileInAnyEnvironment() {
        Elsewhere.requiresWorkflow(world);
        trustsToo(world.cast().workload().withoutEnvironment().withWorkflowFile(OTHER_FILE));
    }

    @Given("another trusted publisher of it for another workflow file in the environment {string}")
    public void otherFileInEnvironment(String environment) {
        Elsewhere.requiresWorkflow(world);
        trustsToo(world.cast().workload().withEnvironment(environment).withWorkflowFile(OTHER_FILE));
    }

    private void trustsToo(Workload workload) {
        world.requires(Promise.SEVERAL_PUBLISHERS);
        Promised.mayHave(() -> add(workload));
    }

    private void add(Workload workload) {
        var cast = world.cast();
        second = Optional.of(workload);
        world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(workload));
    }

    @When("each of them publishes a version")
    public void eachPublishes() {
        var releases = new Releases(world, deeds);
        for (var workload : new Workload[] {world.cast().workload(), second.orElseThrow()}) {
            releases.tried(workload, world.cast().packageName());
        }
        releases.requireOne();
    }

    /** Otherwise the refusal of a mixture of both would prove nothing. */
    @Then("a job that fits either policy is accepted")
    public void eitherIsAccepted() {
        new OutcomeSteps(world).twinIsAccepted();
        requireTwin(deeds.ask(second.orElseThrow(), Deeds.JOB));
    }

    @Then("a registry token of the other workload is accepted")
    public void otherTokenIsAccepted() {
        var token = deeds.registryToken(second.orElseThrow());
        requireTwin(deeds.publish(token, world.cast().packageName(), Deeds.JOB, "publishing"));
    }

    private static void requireTwin(Outcome outcome) {
        if (!outcome.isGranted()) {
            throw new CannotTell(
                    "the refusal proves nothing, for the job of the other policy was " + outcome.describe());
        }
    }
}
