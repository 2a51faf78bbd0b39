package dev.assay.steps;

import dev.assay.identity.server.ForgeFault;
import dev.assay.identity.server.ForgeServer;
import dev.assay.registry.Outcome;
import dev.assay.registry.PublisherPolicy;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.stream.Stream;

/** Trouble at the forge, where registries ask who has a name. */
public final class ForgeSteps {
    private static final int ATTEMPTS = 3;

    private static final Map<String, ForgeFault> TROUBLES = Map.of(
            "answers with errors", ForgeFault.SERVER_ERROR,
            "answers that nothing is there", ForgeFault.NOT_FOUND,
            "answers that it was asked too often", ForgeFault.TOO_MANY_REQUESTS,
            "answers with garbage", ForgeFault.GARBAGE,
            "answers without ids", ForgeFault.NO_ID,
            "does not answer", ForgeFault.SILENCE);

    private final World world;
    private final Deeds deeds;
    private final IdentitySteps identity;
    private final OutcomeSteps outcomes;
    private boolean asked;

    public ForgeSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.identity = new IdentitySteps(world);
        this.outcomes = new OutcomeSteps(world);
    }

    @When("^the maintainer enters a trusted publisher while the forge (answers .+|does not answer)$")
    public void entersMeanwhile(String trouble) {
        requiresLookUp();
        var policy = world.cast().policyFor(world.cast().workload());
        world.provisioningEnds();
        var before = forge().fetches().size();
        during(
                trouble,
                () -> world.tried(
                        "a trusted publisher is entered while the forge " + trouble,
                        enter(policy),
                        () -> enterAndUse(policy)));
        asked = forge().fetches().size() > before;
    }

    private Outcome enter(PublisherPolicy policy) {
        return new Desk(world).configure(world.cast().owner(), policy, Desk.MAINTAINER);
    }

    private Outcome enterAndUse(PublisherPolicy policy) {
        var entered = enter(policy);
        return entered.isGranted() ? deeds.ask(world.cast().workload(), Deeds.JOB) : entered;
    }

    private void requiresIds() {
        if (Stream.of("owner id", "repository id").noneMatch(world.rules()::names)) {
            throw new Inapplicable(world.profile().title() + " compares no ids, and so need not ask the forge for any");
        }
    }

    private void requiresLookUp() {
        var provision = world.profile().provision();
        if (provision.offers("publisher") && !provision.isDecidedByRegistry("publisher")) {
            throw new Inapplicable("policies come from a command that goes past the rules of "
                    + world.profile().title() + ", whatever the forge does");
        }
        requiresIds();
        if (world.rules().idsLearned().equals("firstUse")) {
            throw new Inapplicable(world.profile().title()
                    + " learns the ids from the first ID token, and does not ask the forge for any");
        }
    }

    /** Ids that come too late, or from the first use, still keep out whoever takes the name after that. */
    @Then("it is refused with an accepted twin, or lets in its workload and no new holder of the owner's name")
    public void isRefusedOrKnowsTheOwner() {
        if (isMade(world.lastTrial().outcome())) {
            requireAsked();
            world.acceptedBefore(deeds.ask(world.cast().workload(), Deeds.JOB));
            identity.takesOver();
            for (int i = 0; i < ATTEMPTS; i++) {
                identity.newcomerAsks();
                outcomes.isRefused();
            }
        } else {
            world.lastTrial().claimRefusal();
            outcomes.twinIsAccepted();
        }
    }

    /** Who says that something went wrong may have made the policy or not; its workload finds out. */
    private boolean isMade(Outcome entered) {
        return entered.isGranted()
                || entered instanceof Outcome.Broken
                        && deeds.ask(world.cast().workload(), Deeds.JOB).isGranted();
    }

    private void requireAsked() {
        if (asked) {
            return;
        }
        throw new Inapplicable(world.profile().title()
                + " does not ask the forge who has the names when a policy is entered"
                + world.scene()
                        .stage()
                        .unaskedForge()
                        .map(address -> "; one that looks them up has to do so at " + address)
                        .orElse(""));
    }

    @When("^somebody else takes over the owner's name and asks to publish while the forge (answers .+)$")
    public void newcomerAsksMeanwhile(String trouble) {
        requiresIds();
        identity.takesOver();
        during(trouble, identity::newcomerAsks);
    }

    private ForgeServer forge() {
        return world.scene().stage().forge();
    }

    private void during(String trouble, Runnable attempt) {
        var fault = TROUBLES.get(trouble);
        if (fault == null) {
            throw new IllegalArgumentException(
                    "no trouble of a forge is called '" + trouble + "'; known are " + TROUBLES.keySet());
        }
        forge().behave(fault);
        try {
            attempt.run();
        } finally {
            forge().behave(ForgeFault.NONE);
        }
    }
}
