package dev.assay.steps;

import dev.assay.identity.workload.Visibility;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trusted publishing as its users know it: step by step for one package, and in bulk for the packages of a monorepo. */
public final class FlowSteps {
    private final World world;
    private final Deeds deeds;
    private final List<String> bulk = new ArrayList<>();
    private int fetchesBefore;

    public FlowSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("its workload exchanges an ID token and publishes with what it gets")
    public void exchangesAndPublishes() {
        var cast = world.cast();
        fetchesBefore = keySetFetches();
        var artifact = deeds.nextArtifact(cast.packageName());
        cast.published(artifact);
        var what = "the workload publishes with what it got for its ID token";
        world.tried(what, publish(artifact.version()), () -> publish(cast.nextVersion()));
    }

    private Outcome publish(String version) {
        var artifact = world.artifact(world.cast().packageName(), version, "first content");
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    @Then("the registry has asked the issuer for its keys")
    public void hasAskedForKeys() {
        new OutcomeSteps(world).isAccepted();
        if (keySetFetches() == fetchesBefore) {
            throw new Finding("the registry accepted an ID token without ever asking its issuer for keys");
        }
    }

    private int keySetFetches() {
        return world.scene().stage().identityProvider().keySetFetches().size();
    }

    @Given("{int} packages that trust the same workflow")
    public void packagesThatTrustTheSameWorkflow(int count) {
        world.requires(Promise.SHARED_PUBLISHERS);
        var cast = world.cast();
        var further = new FurtherPackages(world);
        IntStream.range(0, count).mapToObj(number -> "part" + number).forEach(word -> {
            var name = further.empty(word);
            further.trust(name);
            bulk.add(name);
        });
        cast.introduceOtherPackage(further.empty("left-out"));
    }

    @When("the workload publishes every one of them")
    public void publishesEveryOne() {
        var releases = new Releases(world, deeds);
        bulk.forEach(name -> releases.tried(world.cast().workload(), name));
        releases.requireOne();
    }

    @When("the workload asks for the one that was left out")
    public void asksForTheOneLeftOut() {
        var trusting = bulk.get(0);
        world.tried("the workload asks for a package that was left out", leftOut(trusting), () -> present(trusting));
    }

    /** Where an exchange names no package, its token is good for others, and publishing shows that it is not for this one. */
    private Outcome leftOut(String trusting) {
        var other = world.cast().otherPackage();
        var outcome = present(other);
        return outcome instanceof Granted
                ? deeds.publish(
                        deeds.registryToken(world.cast().workload(), trusting),
                        other,
                        Deeds.ATTACKER,
                        "publishing the package that was left out")
                : outcome;
    }

    private Outcome present(String name) {
        return deeds.present(deeds.soundToken(world.cast().workload()), name, Deeds.JOB, "sound");
    }

    @Given("its repository is made private")
    public void madePrivate() {
        var cast = world.cast();
        var repository = cast.workload().repository();
        var changed = world.scene()
                .stage()
                .forge()
                .changeRepository(repository, repository.withVisibility(Visibility.PRIVATE));
        cast.trusts(cast.workload().withRepository(changed));
    }
}
