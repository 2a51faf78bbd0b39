package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Somebody else who has a pending publisher for the name of the scenario's package. */
public final class RivalSteps {
    private final World world;
    private final Deeds deeds;
    private final Releases releases;
    private final PendingSteps pending;
    private Optional<Workload> rival = Optional.empty();

    public RivalSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.releases = new Releases(world, deeds);
        this.pending = new PendingSteps(world);
    }

    @When("somebody else enters a pending publisher for its name, and their workload publishes")
    public void strangerEntersAndPublishes() {
        pending.requiresPendingPublishers();
        var squatter = squatter();
        OutcomeSteps.told(enterAsStranger(squatter));
        strangerPublishes(squatter, "publishes a package that exists");
    }

    private Workload squatter() {
        var cast = world.cast();
        return cast.workload()
                .withRepository(Elsewhere.otherRepository(world, cast.workload(), cast.prefix() + "-squatter"));
    }

    private Outcome enterAsStranger(Workload squatter) {
        world.requiresDecision("pendingPublisher", "enter a pending publisher");
        var cast = world.cast();
        return world.administer(
                "pendingPublisher",
                Purpose.of("stranger", "enter a pending publisher for the package"),
                ProvisioningByOperations.values(cast.stranger(), cast.packageName(), cast.policyFor(squatter)));
    }

    private void strangerPublishes(Workload squatter, String deed) {
        var cast = world.cast();
        var what = "the workload of a stranger's pending publisher " + deed;
        world.tried(
                what,
                releases.attempt(squatter, cast.packageName(), Deeds.ATTACKER, what),
                () -> deeds.ask(cast.workload(), Deeds.JOB));
    }

    @Given("somebody else's pending publisher for the same name")
    public void strangersPendingPublisher() {
        pending.requiresPendingPublishers();
        rival = Optional.of(squatter());
        var outcome = OutcomeSteps.told(enterAsStranger(rival()));
        if (!outcome.isGranted()) {
            throw onlyOneWaits(outcome.describe());
        }
    }

    @Given("a pending publisher for a package that somebody else waits for")
    public void waitsToo() {
        strangersPendingPublisher();
        try {
            pending.pendingPublisher();
        } catch (NotProvisionedException e) {
            throw e.wasRefused() ? onlyOneWaits(String.valueOf(e.getMessage())) : e;
        }
    }

    /** Whoever waits need not let others wait, too. */
    private Inapplicable onlyOneWaits(String refusal) {
        return new Inapplicable("at " + world.profile().title() + " only one waits for a name at a time: " + refusal);
    }

    @Given("a registry token of somebody else's workload that waits for the same name")
    public void strangersToken() {
        strangersPendingPublisher();
        world.cast().holds(deeds.registryToken(rival()));
        if (pending.details().isGranted()) {
            throw new Inapplicable("at " + world.profile().title()
                    + " the exchange itself creates the package: nobody waits for its name any more");
        }
    }

    private Workload rival() {
        return rival.orElseThrow();
    }

    @When("the other one's workload publishes it")
    public void rivalPublishes() {
        pending.requiresBirth();
        strangerPublishes(rival(), "publishes a package that another one gave birth to");
    }

    @When("the other one's registry token publishes it")
    public void rivalsTokenPublishes() {
        pending.requiresBirth();
        var cast = world.cast();
        var what =
                "a registry token of a stranger's pending publisher publishes a package that another one gave birth to";
        world.tried(
                what,
                deeds.publish(cast.registryToken(), cast.packageName(), Deeds.ATTACKER, what),
                pending::publishOwn);
    }

    @Then("its own publisher is accepted as before")
    public void ownPublisherIsAccepted() {
        OutcomeSteps.requireGranted(
                world.lastTrial().repeatTwin(), "a stranger's pending publisher shuts the package's own one out");
    }
}
