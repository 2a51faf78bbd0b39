package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/**
 * A package that goes without a policy beside one that keeps its own. Where registries know an issuer only as long as some
 * policy names it, nobody would get in otherwise, whatever they think of policies.
 */
public final class NeighbourSteps {
    private final World world;
    private final Deeds deeds;
    private Optional<Workload> neighbour = Optional.empty();

    public NeighbourSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("two packages that trust a workload each")
    public void trustOneEach() {
        new PolicySteps(world).packageWithPublisher();
        otherPackageTrustsAnother();
    }

    @Given("another package that trusts another workload")
    public void otherPackageTrustsAnother() {
        new PolicySteps(world).anotherPackage();
        var cast = world.cast();
        var workload = Elsewhere.runs(world, "in another repository of the same owner");
        neighbour = Optional.of(workload);
        world.provisioner().addPublisher(cast.owner(), cast.otherPackage(), cast.policyFor(workload));
    }

    @When("the maintainer removes the package and somebody else takes its name")
    public void nameChangesHands() {
        world.requiresLiveProvisioning("to remove a package");
        var cast = world.cast();
        var values = ProvisioningByOperations.values(cast.owner(), cast.packageName());
        var removal = OutcomeSteps.told(
                world.administer("removePackage", Purpose.of("maintainer", "remove the package"), values));
        if (!removal.isGranted()) {
            throw new Inapplicable(
                    world.profile().title() + " does not let its owner remove a package: " + removal.describe());
        }
        try {
            world.provisioner().createPackage(cast.stranger(), cast.packageName());
            cast.changesHands();
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Inapplicable(world.profile().title()
                        + " does not let somebody else have the name of a package that was removed");
            }
            throw e;
        }
    }

    @Then("the other package's workload is accepted")
    public void neighbourIsAccepted() {
        var token = deeds.soundToken(neighbour.orElseThrow());
        var outcome = deeds.present(token, world.cast().otherPackage(), Deeds.JOB, "sound");
        if (!outcome.isGranted()) {
            throw new CannotTell(
                    "the refusal proves nothing, for the other package's workload was " + outcome.describe());
        }
    }

    @Then("once the new owner trusts the workload, it is accepted")
    public void acceptedOnceTrustedAnew() {
        var cast = world.cast();
        world.provisioner().addPublisher(cast.stranger(), cast.packageName(), cast.policyFor(cast.workload()));
        new OutcomeSteps(world).twinIsAccepted();
    }
}
