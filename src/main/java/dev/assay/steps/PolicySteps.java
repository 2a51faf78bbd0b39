package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Packages and the policies they have from the beginning. */
public final class PolicySteps {
    private final World world;
    private final Deeds deeds;

    public PolicySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("a package without a trusted publisher")
    public void packageWithoutPublisher() {
        world.provisioner().createPackage(world.cast().owner(), world.cast().packageName());
    }

    @Given("a package with a trusted publisher")
    public void packageWithPublisher() {
        packageWithoutPublisher();
        trust(world.cast().workload());
    }

    @Given("a package with a trusted publisher for the environment {string}")
    public void packageWithPublisherForEnvironment(String environment) {
        world.requires(Promise.ENVIRONMENTS);
        packageWithoutPublisher();
        trust(world.cast().workload().withEnvironment(environment));
    }

    @Given("a package with a trusted publisher for the workflow file {string}")
    public void packageWithPublisherForWorkflow(String file) {
        packageWithoutPublisher();
        trust(world.cast().workload().withWorkflowFile(file));
    }

    @Given("a package with a trusted publisher for the repository {string}")
    public void packageWithPublisherForRepository(String name) {
        packageWithoutPublisher();
        trust(Elsewhere.repository(world, world.cast().workload(), name));
    }

    private void trust(Workload workload) {
        var cast = world.cast();
        cast.trusts(workload);
        cast.configured(world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(workload)));
    }

    @Given("another package of the same owner")
    public void anotherPackage() {
        world.cast().introduceOtherPackage(further().empty("other"));
    }

    @Given("somebody else's package")
    public void somebodyElsesPackage() {
        var name = world.cast().packageName("foreign");
        world.provisioner().createPackage(world.cast().stranger(), name);
        world.cast().introduceOtherPackage(name);
    }

    @Given("two packages that trust the same workload")
    public void twoPackages() {
        world.requires(Promise.SHARED_PUBLISHERS);
        packageWithPublisher();
        anotherPackage();
        Promised.mayHave(this::trustForOtherPackage);
    }

    @When("the maintainer trusts the workload for the other package, too")
    public void trustForOtherPackageLater() {
        if (!world.registry().exchanges()) {
            throw new Inapplicable(world.profile().title()
                    + " exchanges no ID tokens, so none was made for the packages of an earlier moment");
        }
        world.requiresLiveProvisioning("to add a policy");
        trustForOtherPackage();
    }

    private void trustForOtherPackage() {
        further().trust(world.cast().otherPackage());
    }

    private FurtherPackages further() {
        return new FurtherPackages(world);
    }

    @Given("the workload was accepted before")
    public void acceptedBefore() {
        world.acceptedBefore(deeds.ask(world.cast().workload(), Deeds.JOB));
    }

    @Given("the workload was accepted five times before")
    public void acceptedFiveTimesBefore() {
        for (int i = 0; i < 5; i++) {
            acceptedBefore();
        }
    }

    @When("its workload asks to publish")
    @When("the workload asks to publish")
    public void workloadAsks() {
        world.tried("the workload asks to publish", deeds.ask(world.cast().workload(), Deeds.JOB), this::askAgain);
    }

    private Outcome askAgain() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }

    @Then("once a trusted publisher is configured, it is accepted")
    public void acceptedOnceConfigured() {
        world.requiresLiveProvisioning("to add a policy");
        trust(world.cast().workload());
        new OutcomeSteps(world).twinIsAccepted();
    }

    @When("the maintainer removes the trusted publisher")
    @When("the maintainer removes the trusted publisher of one of them")
    public void removePublisher() {
        world.requiresLiveProvisioning("to remove a policy");
        var cast = world.cast();
        world.provisioner().removePublisher(cast.owner(), cast.packageName(), cast.publisher());
    }

    @When("the maintainer removes the trusted publisher and adds the same again")
    public void removesAndAddsAgain() {
        removePublisher();
        trust(world.cast().workload());
    }

    @When("the maintainer replaces the trusted publisher by one for the environment {string}")
    public void replacesByNarrower(String environment) {
        world.requires(Promise.ENVIRONMENTS);
        replaceBy(world.cast().workload().withEnvironment(environment));
    }

    @When("the maintainer replaces the trusted publisher by one for another repository")
    public void replacesByAnotherRepository() {
        replaceBy(Elsewhere.runs(world, "in another repository of the same owner"));
    }

    private void replaceBy(Workload other) {
        removePublisher();
        var cast = world.cast();
        cast.configured(world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(other)));
    }

    /** Where nobody gets in under the new policy, the old one's end shows nothing. */
    @Then("the same job in the environment {string} is let in")
    public void letInWithEnvironment(String environment) {
        var outcome = deeds.ask(world.cast().workload().withEnvironment(environment), Deeds.JOB);
        if (!outcome.isGranted()) {
            throw new CannotTell(
                    "the refusal proves nothing, for the job in the environment was " + outcome.describe());
        }
    }

    @Given("the other package's publication by the workload was accepted before")
    public void otherAcceptedBefore() {
        var token = deeds.soundToken(world.cast().workload());
        world.acceptedBefore(deeds.present(token, world.cast().otherPackage(), Deeds.JOB, "sound"));
    }

    @When("the workload publishes the package that still trusts it")
    public void publishesTheOneThatStillTrusts() {
        new Releases(world, deeds).tried(world.cast().workload(), world.cast().otherPackage());
    }

    @When("the workload publishes the package that no longer trusts it")
    public void publishesFormer() {
        var token = deeds.registryToken(world.cast().workload(), world.cast().otherPackage());
        var what = "the workload publishes a package that no longer trusts it";
        world.tried(
                what,
                deeds.publish(token, world.cast().packageName(), Deeds.ATTACKER, what),
                () -> deeds.publish(token, world.cast().otherPackage(), Deeds.JOB, "publishing the other package"));
    }

    @When("the workload publishes each of them")
    public void publishesEach() {
        var releases = new Releases(world, deeds);
        for (var name : new String[] {world.cast().packageName(), world.cast().otherPackage()}) {
            releases.tried(world.cast().workload(), name);
        }
        releases.requireOne();
    }

    @When("the workload publishes the other package")
    public void publishesOther() {
        var token = deeds.registryTokenToward(world.cast().otherPackage());
        var what = "the workload publishes a package that its policy does not name";
        world.tried(
                what,
                deeds.publish(token, world.cast().otherPackage(), Deeds.ATTACKER, what),
                () -> deeds.publish(token, world.cast().packageName(), Deeds.JOB, "publishing its own package"));
    }
}
