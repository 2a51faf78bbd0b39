package dev.assay.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.artifact.Artifact;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Versions that are published, and what readers see of them. */
public final class PublishingSteps {
    private final World world;
    private final Deeds deeds;

    public PublishingSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("its workload publishes a version")
    @Given("its workload published a version")
    public void publishes() {
        var artifact = deeds.nextArtifact(world.cast().packageName());
        world.cast().published(artifact);
        world.tried("its workload publishes a version", publish(artifact), () -> publish(nextVersion()));
    }

    private Artifact nextVersion() {
        return deeds.nextArtifact(world.cast().packageName());
    }

    private Outcome publish(Artifact artifact) {
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    @When("its workload publishes other content under the same version")
    public void replaces() {
        var first = first();
        new OutcomeSteps(world).isAccepted();
        var other = otherContent(first, "other content");
        world.tried("other content is published under the same version", publish(other), () -> publish(nextVersion()));
    }

    @When("the maintainer withdraws that version, and its workload publishes other content under it")
    public void replacesWithdrawn() {
        var first = first();
        new OutcomeSteps(world).isAccepted();
        var desk = new Desk(world);
        desk.requiresOperation(Desk.WITHDRAW);
        OutcomeSteps.requireGranted(
                desk.withdraw(first, world.cast().owner(), Desk.MAINTAINER), "the version cannot be withdrawn");
        var other = otherContent(first, "other content");
        world.tried(
                "other content is published under a version that was withdrawn",
                publish(other),
                () -> publish(nextVersion()));
    }

    @Given("a version that a registry token of its workload published")
    public void registryTokenPublished() {
        deeds.requiresRegistryTokens();
        var artifact = nextVersion();
        world.cast().published(artifact);
        world.cast().holds(deeds.registryToken(artifact));
        world.acceptedBefore(publishWithTheSame(artifact));
    }

    @When("the same registry token publishes other content under that version")
    public void replacesItsOwn() {
        var other = otherContent(first(), "other content");
        world.tried(
                "a registry token publishes other content under the version that it published",
                publishWithTheSame(other),
                () -> publish(nextVersion()));
    }

    private Outcome publishWithTheSame(Artifact artifact) {
        return deeds.publish(world.cast().registryToken(), artifact, Deeds.JOB, "publishing");
    }

    private Artifact otherContent(Artifact artifact, String note) {
        return world.artifact(artifact.name(), artifact.version(), note);
    }

    @When("{int} uploads of one version with different contents are made at once")
    public void uploadsAtOnce(int count) {
        world.provisioningEnds();
        var version = nextVersion();
        var uploads = IntStream.range(0, count)
                .mapToObj(number -> otherContent(version, "content " + number))
                .toList();
        uploads.forEach(world.cast()::published);
        world.cast().raced(Parallel.all(uploads.stream().map(this::prepared).toList()));
    }

    private Callable<Outcome> prepared(Artifact artifact) {
        var token = deeds.registryToken(artifact);
        return () -> deeds.atOnce().publish(token, artifact, Deeds.JOB, "one of several uploads of one version");
    }

    @Then("only one of them is taken")
    public void onlyOneIsTaken() {
        var outcomes = world.cast().raced();
        var taken = outcomes.stream().filter(Outcome::isGranted).count();
        if (taken > 1) {
            throw new Finding(taken + " of " + outcomes.size() + " different uploads of one version were taken");
        }
        outcomes.forEach(OutcomeSteps::requireAnswer);
        if (taken == 0) {
            throw new CannotTell("none of " + outcomes.size() + " uploads of a new version was taken: "
                    + outcomes.get(0).describe());
        }
    }

    @Then("readers get the one that was taken")
    public void readersGetTheOneTaken() {
        var outcomes = world.cast().raced();
        IntStream.range(0, outcomes.size())
                .filter(number -> outcomes.get(number).isGranted())
                .forEach(number -> readersGet(world.cast().published().get(number)));
    }

    private Artifact first() {
        return world.cast().published().get(0);
    }

    @Then("readers see the version")
    public void readersSee() {
        if (!(read() instanceof Granted)) {
            throw new Finding("readers do not see the version that was published");
        }
    }

    @Then("readers get what was published")
    @Then("readers still get what was published first")
    public void readersGet() {
        readersGet(first());
    }

    private void readersGet(Artifact published) {
        if (!(read() instanceof Granted granted)) {
            throw new Finding("readers do not see the version that was published");
        }
        var digest = granted.value("sha256")
                .orElseThrow(() ->
                        new Inapplicable(world.profile().title() + " does not show a digest of what was published"));
        if (!digest.equals(published.sha256())) {
            throw new Finding(
                    "readers get content with the digest " + digest + ", published was " + published.sha256());
        }
    }

    private Outcome read() {
        var artifact = first();
        return new Readers(world)
                .see("version", artifact)
                .orElseThrow(
                        () -> new Untested("the profile does not say how readers see a version (readBack.version)"));
    }

    @Then("readers see the repository that the ID token proved")
    public void readersSeeSource() {
        new OutcomeSteps(world).isAccepted();
        var artifact = first();
        var expected = world.cast().repository().fullName();
        var outcome = new Readers(world)
                .see("source", artifact, seen -> source(seen).contains(expected))
                .orElseThrow(() -> new Inapplicable(
                        world.profile().title() + " shows no verified source repository (readBack.source)"));
        if (!source(outcome).contains(expected)) {
            throw new Finding("readers see '" + source(outcome) + "' as the source; the ID token proved " + expected);
        }
    }

    private static String source(Outcome seen) {
        return Readers.shown("repository", seen);
    }

    @Then("the owner's record names the workload")
    public void recordNamesWorkload() {
        new OutcomeSteps(world).isAccepted();
        recordNames(world.cast().workload(), first());
    }

    /** The record of a version that was published. */
    void recordNames(Workload publisher, Artifact artifact) {
        world.requires(Promise.AUDIT);
        var workload = publisher.repository().fullName();
        var version = artifact.name() + " " + artifact.version();
        var readers = new Readers(world);
        var publicRecord = readers.see("record", artifact, seen -> says(log(seen), workload));
        if (publicRecord.isPresent()) {
            if (!says(log(publicRecord.get()), workload)) {
                throw new Finding("the record of " + version + " does not name the repository " + workload);
            }
            return;
        }
        var events = readers.patiently(this::events, seen -> says(log(seen), workload, artifact.version()));
        if (!says(log(events), workload, artifact.version())) {
            throw new Finding("no event on record names both " + version + " and the repository " + workload);
        }
    }

    private static String log(Outcome seen) {
        return Readers.shown("log", seen);
    }

    /** What the owner may see. */
    private Outcome events() {
        var cast = world.cast();
        return world.administer(
                "events",
                Purpose.of("maintainer", "read the record of events"),
                ProvisioningByOperations.values(cast.owner(), cast.packageName()));
    }

    /** Whether one event names all of them; what is no JSON list counts as one event. */
    private static boolean says(String log, String... names) {
        return events(log).anyMatch(event -> Stream.of(names).allMatch(event::contains));
    }

    private static Stream<String> events(String log) {
        try {
            var events = new ObjectMapper().readTree(log);
            return events.isArray()
                    ? StreamSupport.stream(events.spliterator(), false).map(Object::toString)
                    : Stream.of(events.toString());
        } catch (JsonProcessingException e) {
            return Stream.of(log);
        }
    }
}
