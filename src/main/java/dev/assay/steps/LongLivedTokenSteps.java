package dev.assay.steps;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Tokens of the old kind, and what becomes of them when a package wants trusted publishing only. */
public final class LongLivedTokenSteps {
    private static final String MAINTAINER = "maintainer";

    private final World world;
    private final Deeds deeds;
    private String longLivedToken = "";

    public LongLivedTokenSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("a long-lived token of its owner that publishes it")
    public void longLivedToken() {
        world.requires(Promise.LONG_LIVED_TOKENS);
        world.requires(Promise.LONG_LIVED_TOKEN_SWITCH);
        var outcome = administer("longLivedToken");
        if (!(outcome instanceof Outcome.Granted granted)) {
            throw new CannotTell("no long-lived token to be had: " + outcome.describe());
        }
        longLivedToken = granted.value("token").orElseThrow();
        world.acceptedBefore(publishLongLived());
    }

    @When("the maintainer switches long-lived tokens off")
    public void switchesOff() {
        var outcome = administer("refuseLongLivedTokens");
        OutcomeSteps.requireGranted(outcome, "long-lived tokens cannot be switched off");
    }

    /** A package that takes no long-lived tokens may have to keep its last policy. */
    @When("the maintainer removes the last trusted publisher")
    public void removesLastPublisher() {
        try {
            new PolicySteps(world).removePublisher();
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Inapplicable(world.profile().title()
                        + " does not let a package that takes no long-lived tokens remove its last policy");
            }
            throw e;
        }
    }

    @When("the long-lived token publishes a version")
    public void longLivedPublishes() {
        world.tried(
                "a long-lived token publishes after they were switched off",
                publishLongLived(),
                this::publishLongLived);
    }

    private Outcome publishLongLived() {
        return deeds.publish(
                longLivedToken, world.cast().packageName(), MAINTAINER, "publishing with a long-lived token");
    }

    private Outcome administer(String operation) {
        var cast = world.cast();
        return world.administer(
                operation,
                Purpose.of(MAINTAINER, operation),
                ProvisioningByOperations.values(cast.owner(), cast.packageName()));
    }
}
