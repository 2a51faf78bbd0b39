package dev.assay.steps;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages that do not exist yet, and the publishers that wait for them. */
public final class PendingSteps {
    private final World world;
    private final Deeds deeds;

    public PendingSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("a pending publisher for a package that does not exist")
    public void pendingPublisher() {
        world.requires(Promise.PENDING_PUBLISHERS);
        world.requiresLiveProvisioning("a pending publisher");
        var cast = world.cast();
        cast.configured(world.provisioner()
                .addPendingPublisher(cast.owner(), cast.packageName(), cast.policyFor(cast.workload())));
    }

    @Given("another pending publisher of the same kind that is accepted")
    public void anotherPendingPublisher() {
        var cast = world.cast();
        var other = cast.workload().withWorkflowFile("other.yml");
        var name = cast.packageName("born");
        world.provisioner().addPendingPublisher(cast.owner(), name, cast.policyFor(other));
        world.acceptedBefore(deeds.present(deeds.soundToken(other), name, Deeds.JOB, "sound"));
    }

    @When("its workload publishes the first version")
    @When("its workload publishes a second version")
    public void publishes() {
        world.tried("its workload publishes a version", publishOwn(), this::publishOwn);
    }

    private Outcome publishOwn() {
        var artifact = deeds.nextArtifact(world.cast().packageName());
        world.cast().published(artifact);
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    @When("its workload exchanges an ID token and publishes nothing")
    public void exchangesOnly() {
        if (!world.registry().exchanges()) {
            throw new Inapplicable(
                    "ID tokens are not exchanged at " + world.profile().title());
        }
        world.acceptedBefore(deeds.exchange(
                deeds.soundToken(world.cast().workload()), world.cast().packageName(), Deeds.JOB, "sound"));
    }

    @When("its workload publishes a package of another new name")
    public void publishesAnotherName() {
        var token = deeds.registryToken();
        var what = "a pending publisher's workload publishes a package of another new name";
        world.tried(
                what,
                deeds.publish(token, world.cast().packageName("unheard-of"), Deeds.ATTACKER, what),
                () -> deeds.publish(token, world.cast().packageName(), Deeds.JOB, "publishing the package"));
    }

    @When("somebody else registers the name")
    public void somebodyElseRegisters() {
        world.requiresDecision("package", "register a package");
        var cast = world.cast();
        var values = ProvisioningByOperations.values(cast.stranger(), cast.packageName());
        Supplier<Outcome> registers =
                () -> world.administer("package", Purpose.of("stranger", "register the package"), values);
        world.tried(new Trial("somebody else registers the name", registers.get(), registers));
    }

    @Then("the package does not exist")
    public void doesNotExist() {
        if (details().isGranted()) {
            throw new Finding("the package exists although nothing was published");
        }
    }

    @Then("the package belongs to whoever configured the pending publisher")
    public void belongsToOwner() {
        var owner = details() instanceof Outcome.Granted granted
                ? granted.value("owners").orElse("")
                : "";
        var configured = world.cast().owner().name();
        if (!names(owner).equals(Set.of(configured))) {
            throw new Finding("the package belongs to '" + owner + "' instead of " + configured);
        }
    }

    /** One name, or a list of them in JSON or like it. */
    private static Set<String> names(String text) {
        return Stream.of(text.split("[\\[\\],\"\\s]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private Outcome details() {
        var cast = world.cast();
        return OutcomeSteps.told(world.administer(
                "packageDetails",
                Purpose.of("maintainer", "look at the package"),
                ProvisioningByOperations.values(cast.owner(), cast.packageName())));
    }
}
