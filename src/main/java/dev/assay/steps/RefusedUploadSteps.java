package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What a refused upload leaves behind: nothing. */
public final class RefusedUploadSteps {
    private final World world;
    private final Deeds deeds;

    public RefusedUploadSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("an upload of another package's workload under a new version's number is refused")
    public void anothersUpload() {
        var name = new FurtherPackages(world).empty("neighbour");
        var workload = neighbour();
        world.provisioner()
                .addPublisher(world.cast().owner(), name, world.cast().policyFor(workload));
        var token = deeds.registryToken(workload, name);
        var upload = artifact(world.cast().versionFor(token), "somebody else's content");
        refused(
                upload,
                deeds.publish(token, upload, Deeds.ATTACKER, "publishing another package's version"),
                "a registry token is good for another package, too");
    }

    private Workload neighbour() {
        var trusted = world.cast().workload();
        var forge = world.scene().stage().forge();
        return trusted.withRepository(
                forge.createRepository(trusted.repository().owner(), "neighbour"));
    }

    @When("^(an empty file|a file that is no archive) under a new version's number is refused$")
    public void unreadableUpload(String oddity) {
        world.provisioningEnds();
        var odd = OddUpload.called(oddity);
        var upload = artifact(world.cast().nextVersion(), "unreadable");
        var outcome = world.registry()
                .publishChanged(
                        deeds.registryToken(upload),
                        odd.file().apply(upload),
                        odd.request(),
                        Purpose.of(Deeds.JOB, "publishing of " + oddity))
                .orElseThrow(() -> new Inapplicable(
                        "no request of " + world.profile().title() + "'s profile carries a package as it is"));
        refused(upload, outcome, world.profile().title() + " takes any content for a package, or looks into it later");
    }

    /** What is taken uses its number up, and whether it should be taken is another question. */
    private void refused(Artifact upload, Outcome outcome, String otherwise) {
        OutcomeSteps.requireAnswer(outcome);
        if (outcome.isGranted()) {
            throw new Inapplicable(otherwise);
        }
        world.cast().published(artifact(upload.version(), "sound content"));
    }

    @Then("readers do not see that version")
    public void readersDoNotSee() {
        var version = version();
        if (world.registry()
                .read("version", version.name(), version.version())
                .filter(Outcome::isGranted)
                .isPresent()) {
            throw new Finding("readers see version " + version.version() + ", of which every upload was refused");
        }
    }

    @Then("its workload can publish it like any other")
    public void canPublish() {
        world.tried(
                "its workload publishes a version of which an upload was refused",
                publish(version()),
                () -> publish(deeds.nextArtifact(world.cast().packageName())));
        new RegistryTokenSteps(world).isAcceptedLikeAFreshOne();
    }

    private Outcome publish(Artifact artifact) {
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    private Artifact version() {
        return world.cast().published().get(0);
    }

    private Artifact artifact(String version, String note) {
        return world.artifact(world.cast().packageName(), version, note);
    }
}
