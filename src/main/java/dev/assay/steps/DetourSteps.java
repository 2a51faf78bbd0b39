package dev.assay.steps;

import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.Account;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;

/** Somebody who reaches for the policy of a package that is not theirs by way of one that is. */
public final class DetourSteps {
    private static final String REMOVE = "removePublisher";

    private final World world;
    private final Deeds deeds;

    public DetourSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("a stranger removes the trusted publisher by way of a package of their own")
    public void strangerRemoves() {
        world.requiresDecision(REMOVE, "remove a trusted publisher");
        requiresPackageAndId();
        world.provisioningEnds();
        var cast = world.cast();
        world.tried(
                "a stranger removes the trusted publisher by way of a package of their own",
                remove(cast.stranger(), cast.otherPackage(), "stranger"),
                () -> remove(cast.owner(), cast.packageName(), "maintainer"));
    }

    /** A program is told both. */
    private void requiresPackageAndId() {
        var removal = world.profile().provision().operation(REMOVE);
        if (removal.filter(sent -> !sent.mentions("package") || !sent.mentions("id"))
                .isPresent()) {
            throw new Inapplicable(world.profile().title()
                    + " does not let anybody name a package and the id of a policy in one request");
        }
    }

    private Outcome remove(Account actor, String packageName, String role) {
        var values = new HashMap<>(ProvisioningByOperations.values(actor, packageName));
        values.put("id", world.cast().publisher());
        return world.administer(REMOVE, Purpose.of(role, "remove the trusted publisher"), values);
    }

    /** Whoever removes nothing may call it a success. */
    @Then("the trusted publisher still works")
    public void stillWorks() {
        var trial = world.lastTrial();
        trial.claimRefusal();
        OutcomeSteps.told(trial.outcome());
        OutcomeSteps.requireGranted(ask(trial), "the workload is not let in any more: " + trial.what());
    }

    /** Where somebody was told that it was done, a registry token that opens nothing shows it, too. */
    private Outcome ask(Trial trial) {
        var cast = world.cast();
        var asked = deeds.ask(cast.workload(), Deeds.JOB);
        return asked.isGranted() && trial.outcome().isGranted()
                ? deeds.publish(deeds.registryToken(), cast.packageName(), Deeds.JOB, "publishing")
                : asked;
    }
}
