package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** One workflow that several packages trust, each on terms of its own. */
public final class SharedWorkflowSteps {
    private final World world;
    private final Deeds deeds;

    public SharedWorkflowSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("another package that trusts the same job in any environment")
    public void anotherPackageWithoutEnvironment() {
        world.requires(Promise.SHARED_PUBLISHERS);
        var cast = world.cast();
        var name = new FurtherPackages(world).empty("other");
        cast.introduceOtherPackage(name);
        Promised.mayHave(() -> world.provisioner().addPublisher(cast.owner(), name, cast.policyFor(outside())));
    }

    @When("the job publishes the former without an environment")
    public void publishesWithoutEnvironment() {
        var what = "a job without an environment publishes a package that demands one";
        var releases = new Releases(world, deeds);
        world.tried(
                what,
                publishes(what),
                () -> releases.attempt(outside(), world.cast().otherPackage(), Deeds.JOB, "publishing the other"));
    }

    /** By a registry token for the package, or by one for the other package where there is none. */
    private Outcome publishes(String what) {
        var cast = world.cast();
        if (!world.registry().exchanges()) {
            return deeds.present(deeds.soundToken(outside()), cast.packageName(), Deeds.ATTACKER, what);
        }
        var toward = deeds.exchange(deeds.soundToken(outside()), cast.packageName(), Deeds.ATTACKER, "sound");
        var token = toward instanceof Granted granted
                ? granted.value("token").orElseThrow()
                : deeds.registryToken(outside(), cast.otherPackage());
        return deeds.publish(token, cast.packageName(), Deeds.ATTACKER, what);
    }

    private Workload outside() {
        return world.cast().workload().withoutEnvironment();
    }
}
