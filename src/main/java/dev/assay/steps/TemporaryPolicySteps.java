package dev.assay.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Policies for repositories that the registry cannot look up: they end unless they are used in time. */
public final class TemporaryPolicySteps {
    private static final Duration MARGIN = Duration.ofHours(2);

    private final World world;
    private final Deeds deeds;

    public TemporaryPolicySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("a package with a trusted publisher in a private repository")
    public void trustsPrivateRepository() {
        days();
        new FlowSteps(world).madePrivate();
        new PolicySteps(world).packageWithPublisher();
    }

    @When("the days have passed in which such a policy has to be used")
    public void daysPass() {
        if (world.profile().provision().operation("advanceClock").isEmpty()) {
            throw new Untested("needs " + days() + " days to pass, and the registry's clock cannot be moved");
        }
        new TimeSteps(world).pass(Duration.ofDays(days()).plus(MARGIN), "the policy to end");
    }

    @When("a job of another repository that has the name for a moment fails before the first use")
    public void anotherFails() {
        var trusted = world.cast().workload();
        var name = trusted.repository().name();
        var forge = world.scene().stage().forge();
        var away = forge.renameRepository(trusted.repository(), name + "-away");
        var another = forge.createRepository(trusted.repository().owner(), name);
        new IdentitySteps(world).failsAs(trusted.withRepository(another));
        forge.deleteRepository(another);
        forge.renameRepository(away, name);
    }

    @When("somebody else takes over the owner's name and asks to publish before the first use")
    public void newHolderAsks() {
        var identity = new IdentitySteps(world);
        identity.takesOver();
        world.tried(
                "a workload of the same names and other ids asks to publish before the first use",
                deeds.ask(identity.newcomer(), Deeds.ATTACKER),
                () -> deeds.ask(world.cast().workload(), Deeds.JOB));
    }

    @Then("once the policy is entered anew, it is accepted")
    public void enteredAnew() {
        world.requiresLiveProvisioning("to replace a policy");
        var cast = world.cast();
        world.provisioner().removePublisher(cast.owner(), cast.packageName(), cast.publisher());
        cast.configured(
                world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(cast.workload())));
        new OutcomeSteps(world).twinIsAccepted();
    }

    private int days() {
        return world.rules()
                .temporaryPolicyDays()
                .orElseThrow(() -> new Inapplicable(world.profile().title()
                        + " makes no temporary policies for repositories that cannot be looked up"));
    }
}
