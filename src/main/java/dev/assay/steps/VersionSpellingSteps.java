package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One version in two spellings, such as 1.0.0 and 1.0.0.0. Whether they are the same is the registry's business, and a
 * spelling that it does not take is none; but under neither of them must the content of the other change.
 */
public final class VersionSpellingSteps {
    private static final Map<String, UnaryOperator<String>> SPELLINGS = Map.of(
            "with a zero more at its end", version -> version + ".0",
            "with a zero before it", version -> "0" + version,
            "with a v before it", version -> "v" + version,
            "with build metadata behind it", version -> version + "+other");

    private final World world;
    private final Deeds deeds;

    public VersionSpellingSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("^the registry takes versions that are spelled (.+)$")
    public void takesVersionsSpelled(String how) {
        var version = spelled(world.cast().nextVersion(), how);
        var outcome = publish(version, "first content");
        if (outcome.isUnkept() || new OutcomeSteps(world).isNo(outcome)) {
            throw new Inapplicable(world.profile().title() + " takes no version that is spelled like " + version);
        }
        world.acceptedBefore(outcome);
    }

    @When("^its workload publishes other content under that version, spelled (.+)$")
    public void publishesSpelled(String how) {
        new OutcomeSteps(world).isAccepted();
        var version = spelled(first().version(), how);
        world.tried(
                "other content is published as version " + version + ", where " + first().version()
                        + " is published already",
                publish(version, "other content"),
                () -> publish(spelled(world.cast().nextVersion(), how), "first content"));
    }

    @Then("it is refused, or readers still get what was published first")
    public void readersKeepTheFirst() {
        if (!world.lastTrial().outcome().isGranted()) {
            new OutcomeSteps(world).isRefusedSomehow();
            return;
        }
        new Readers(world)
                .see(
                        "version",
                        first(),
                        seen -> seen.value("sha256")
                                .filter(first().sha256()::equals)
                                .isEmpty());
        new PublishingSteps(world).readersGet();
    }

    private static String spelled(String version, String how) {
        var spelling = SPELLINGS.get(how);
        if (spelling == null) {
            throw new IllegalArgumentException("no version is spelled '" + how + "'; known are " + SPELLINGS.keySet());
        }
        return spelling.apply(version);
    }

    private Outcome publish(String version, String note) {
        var artifact = world.artifact(world.cast().packageName(), version, note);
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    private Artifact first() {
        return world.cast().published().get(0);
    }
}
