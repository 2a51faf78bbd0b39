package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.workload.Workload;
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
    private final Releases releases;

    public PendingSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.releases = new Releases(world, deeds);
    }

    @Given("a pending publisher for a package that does not exist")
    public void pendingPublisher() {
        requiresPendingPublishers();
        var cast = world.cast();
        cast.configured(world.provisioner()
                .addPendingPublisher(cast.owner(), cast.packageName(), cast.policyFor(cast.workload())));
    }

    @Given("a pending publisher for the environment {string} of a package that does not exist")
    public void pendingPublisherForEnvironment(String environment) {
        world.requires(Promise.ENVIRONMENTS);
        world.cast().trusts(world.cast().workload().withEnvironment(environment));
        pendingPublisher();
    }

    @Given("a package born through a pending publisher")
    public void bornPackage() {
        pendingPublisher();
        requireBirth(publishFirst());
    }

    @Given("a package born through a pending publisher for the environment {string}")
    public void bornPackageForEnvironment(String environment) {
        pendingPublisherForEnvironment(environment);
        requireBirth(publishFirst());
    }

    @Given("another one that was born the same way and trusts its workload")
    public void anotherBornPackage() {
        var born = born();
        var workload = addAnother(born);
        requireBirth(releases.attempt(workload, born, Deeds.JOB, "publishing another new package"));
        world.acceptedBefore(deeds.present(deeds.soundToken(workload), born, Deeds.JOB, "sound"));
    }

    void requiresPendingPublishers() {
        world.requires(Promise.PENDING_PUBLISHERS);
        world.requiresLiveProvisioning("a pending publisher");
    }

    @Given("another pending publisher of the same kind that is accepted")
    public void anotherPendingPublisher() {
        var born = born();
        world.acceptedBefore(deeds.present(deeds.soundToken(addAnother(born)), born, Deeds.JOB, "sound"));
    }

    @Given("another pending publisher of the same kind whose workload publishes a version")
    public void anotherBirth() {
        var born = born();
        world.acceptedBefore(releases.attempt(addAnother(born), born, Deeds.JOB, "publishing another new package"));
    }

    private String born() {
        return world.cast().packageName("born");
    }

    /** A pending publisher for another package; its workload. */
    private Workload addAnother(String packageName) {
        var cast = world.cast();
        var other = Elsewhere.fromOtherFile(world, "other.yml");
        world.provisioner().addPendingPublisher(cast.owner(), packageName, cast.policyFor(other));
        return other;
    }

    @When("its workload publishes the first version")
    public void publishesFirst() {
        world.tried("its workload publishes the first version", publishFirst(), this::publishFirst);
    }

    private Outcome publishFirst() {
        var artifact = nextArtifact();
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    @When("^its workload publishes (an empty file|a file that is no archive) as the first version$")
    public void publishesUnreadable(String oddity) {
        var what = "its workload publishes " + oddity + " as the first version";
        var outcome = publishUnreadable(OddUpload.called(oddity), what);
        if (outcome.isGranted()) {
            throw new Inapplicable(
                    world.profile().title() + " takes any content for a package, or looks into it later");
        }
        world.tried(what, outcome, this::publishFirst);
    }

    private Outcome publishUnreadable(OddUpload odd, String what) {
        var artifact = nextArtifact();
        return world.registry()
                .publishChanged(
                        deeds.registryToken(artifact),
                        odd.file().apply(artifact),
                        odd.request(),
                        Purpose.of(Deeds.JOB, what))
                .orElseThrow(() -> new Inapplicable(
                        "no request of " + world.profile().title() + "'s profile carries a package as it is"));
    }

    /** Once the package is born, an exchange that is refused is as much of a refusal as an upload. */
    @When("its workload publishes a second version")
    public void publishesSecond() {
        requiresBirth();
        world.tried("its workload publishes a second version", publishOwn(), this::publishOwn);
    }

    /** Another version, by the workload of the scenario's own pending publisher. */
    Outcome publishOwn() {
        return releases.attempt(world.cast().workload(), nextArtifact(), Deeds.JOB, "publishing");
    }

    private Artifact nextArtifact() {
        var artifact = deeds.nextArtifact(world.cast().packageName());
        world.cast().published(artifact);
        return artifact;
    }

    /** What was tried last has to have given birth to the package. */
    void requiresBirth() {
        requireBirth(world.lastTrial().outcome());
    }

    private static void requireBirth(Outcome outcome) {
        if (!outcome.isGranted()) {
            throw new CannotTell("the package was not born, for its first version was " + outcome.describe());
        }
    }

    /** A package whose policy was lost at its birth cannot have one removed. */
    @Given("it is accepted from then on")
    public void acceptedFromThenOn() {
        requiresBirth();
        var outcome = deeds.ask(world.cast().workload(), Deeds.JOB);
        OutcomeSteps.requireGranted(outcome, "the package was born, and its workload is not trusted afterwards");
        world.acceptedBefore(outcome);
    }

    @When("its workload exchanges an ID token and publishes nothing")
    public void exchangesOnly() {
        if (!world.registry().exchanges()) {
            throw new Inapplicable(
                    "ID tokens are not exchanged at " + world.profile().title());
        }
        var token = deeds.soundToken(world.cast().workload());
        world.acceptedBefore(deeds.exchange(token, world.cast().packageName(), Deeds.JOB, "sound"));
        world.cast().presented(token);
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

    @When("its workload asks to publish a package of another new name")
    public void asksForAnotherName() {
        deeds.requiresRegistryTokens();
        if (!world.registry().exchangeNamesPackage()) {
            throw new Inapplicable("an exchange at " + world.profile().title() + " names no package");
        }
        var what = "a pending publisher's workload asks for another new name, and publishes it";
        var cast = world.cast();
        world.tried(
                what,
                releases.attempt(cast.workload(), cast.packageName("unheard-of"), Deeds.ATTACKER, what),
                this::publishOwn);
    }

    @When("the registry token from before publishes the package")
    public void publishesWithOldToken() {
        requiresRegistration();
        var what = "a pending publisher's token publishes a package that somebody else has registered since";
        var cast = world.cast();
        Supplier<Outcome> publishes =
                () -> deeds.publish(cast.registryToken(), cast.packageName(), Deeds.ATTACKER, what);
        world.tried(what, publishes.get(), publishes);
    }

    private void requiresRegistration() {
        var outcome = world.lastTrial().outcome();
        if (outcome.isGranted()) {
            return;
        }
        if (details().isGranted()) {
            throw new Inapplicable("at " + world.profile().title()
                    + " the exchange itself creates the package: nobody else can register its name any more");
        }
        throw new CannotTell("nobody else could register the name: " + outcome.describe());
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

    /** The package as its owner sees it; refused if it does not exist. */
    Outcome details() {
        var cast = world.cast();
        return OutcomeSteps.told(world.administer(
                "packageDetails",
                Purpose.of("maintainer", "look at the package"),
                ProvisioningByOperations.values(cast.owner(), cast.packageName())));
    }
}
