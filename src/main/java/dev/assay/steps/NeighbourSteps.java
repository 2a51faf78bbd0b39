package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Operation;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.Optional;

/**
 * A package that goes without a policy beside one that keeps its own. Where registries know an issuer only as long as some
 * policy names it, nobody would get in otherwise, whatever they think of policies. And the workload of the one may try to
 * get into the other.
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

    @When(
            "^the other package's workload sends its own ID token and, (before|behind) it, one of the first's that nobody signed$")
    public void sendsTwo(String where) {
        var twice = new DoubledToken(world.profile()).operation();
        world.provisioningEnds();
        var own = deeds.soundToken(neighbour.orElseThrow());
        var forged = deeds.forgedToken(world.setting().forgery("with a random signature"));
        var isForgedFirst = where.equals("before");
        var what = "a forged ID token with a genuine one of another package's workload "
                + (isForgedFirst ? "behind" : "before") + " it";
        var artifact = deeds.artifactFor(forged.compact(), world.cast().packageName());
        var answer = send(twice, isForgedFirst ? forged : own, isForgedFirst ? own : forged, artifact, what);
        var outcome = published(answer, artifact, what);
        if (outcome.isGranted() && neighbourPublishes().isGranted()) {
            throw new Inapplicable("the other package's workload can publish this one without any forged ID token");
        }
        world.tried(what, outcome, () -> publish(deeds.nextArtifact(world.cast().packageName())));
    }

    /** Its own ID token alone. */
    private Outcome neighbourPublishes() {
        var what = "another package's workload publishes with its own ID token";
        var token = deeds.soundToken(neighbour.orElseThrow());
        var artifact = deeds.artifactFor(token.compact(), world.cast().packageName());
        return world.registry().exchanges()
                ? published(deeds.exchange(token, artifact.name(), Deeds.ATTACKER, "sound"), artifact, what)
                : deeds.publish(token.compact(), artifact, Deeds.ATTACKER, what);
    }

    private Outcome send(Operation operation, IdToken first, IdToken second, Artifact artifact, String what) {
        var cast = world.cast();
        var values = Map.of(
                "idToken", first.compact(),
                "token", first.compact(),
                "second", second.compact(),
                "package", cast.packageName(),
                "owner", cast.owner().name());
        return world.registry().attempt(operation, Purpose.of(Deeds.ATTACKER, what), values, artifact);
    }

    /** What the registry token is good for that was had for them; where there is none, the ID tokens publish by themselves. */
    private Outcome published(Outcome outcome, Artifact artifact, String what) {
        return world.registry().exchanges() && outcome instanceof Granted granted
                ? deeds.publish(granted.value("token").orElseThrow(), artifact, Deeds.ATTACKER, what)
                : deeds.kept(outcome, artifact);
    }

    private Outcome publish(Artifact artifact) {
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
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
