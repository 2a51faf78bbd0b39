package dev.assay.steps;

import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Refused;
import io.cucumber.java.en.Then;

/** What came of an attempt. */
public final class OutcomeSteps {
    private final World world;

    public OutcomeSteps(World world) {
        this.world = world;
    }

    @Then("it is refused")
    public void isRefused() {
        refused(world.lastTrial(), false);
    }

    /** No sound client sends such a thing, so that a profile need not know how it is refused. */
    @Then("it is refused, or called a client's mistake")
    public void isRefusedSomehow() {
        var trial = world.lastTrial();
        if (isNo(trial.outcome())) {
            trial.claimRefusal();
        } else {
            refused(trial, false);
        }
    }

    /** Whether the latest answer is a no: one that the profile lists, or any that calls it the client's mistake (RFC 9110 §15.5). */
    boolean isNo(Outcome outcome) {
        return outcome instanceof Refused
                || outcome instanceof Broken broken
                        && broken.kind() == Outcome.Kind.UNEXPECTED
                        && world.scene()
                                .transcript()
                                .lastAnswer()
                                .filter(answer -> answer.status() / 100 == 4)
                                .isPresent();
    }

    @Then("it is refused each time")
    public void isRefusedEachTime() {
        world.trials().forEach(trial -> refused(trial, false));
    }

    /** The trouble is the issuer's: an orderly report of it is as good as a refusal here. */
    @Then("it is not believed")
    public void isNotBelieved() {
        refused(world.lastTrial(), true);
    }

    private static void refused(Trial trial, boolean orUnavailable) {
        trial.claimRefusal();
        if (trial.outcome() instanceof Granted) {
            throw new Finding("accepted: " + trial.what());
        }
        if (trial.outcome() instanceof Broken broken
                && !broken.isUnkept()
                && !(orUnavailable && broken.kind() == Outcome.Kind.UNAVAILABLE)) {
            throw new CannotTell("neither accepted nor refused, but " + broken.describe() + ": " + trial.what());
        }
    }

    /** A crash fails this: the requirement is about an orderly answer. */
    @Then("it is refused cleanly")
    public void isRefusedCleanly() {
        var trial = world.lastTrial();
        trial.claimRefusal();
        requireAnswer(trial.outcome());
        if (!(trial.outcome() instanceof Refused) && !trial.outcome().isUnkept()) {
            throw new Finding("not refused cleanly, but " + trial.outcome().describe() + ": " + trial.what());
        }
    }

    /** An orderly report of trouble is as good as a refusal here. */
    @Then("it is not accepted")
    public void isNotAccepted() {
        var trial = world.lastTrial();
        trial.claimRefusal();
        if (trial.outcome() instanceof Granted) {
            throw new Finding("accepted: " + trial.what());
        }
        requireAnswer(trial.outcome());
        if (trial.outcome() instanceof Broken broken && !broken.isOrderly()) {
            throw new Finding("not refused, but " + broken.describe() + ": " + trial.what());
        }
    }

    /** Whether yes or no is left open; a crash is neither. */
    @Then("it is answered in an orderly way")
    public void isAnsweredInAnOrderlyWay() {
        answered(world.lastTrial());
    }

    /** A server may hang up on a request that it does not care to read to its end, as long as it serves the next one. */
    @Then("it is survived")
    public void isSurvived() {
        var trial = world.lastTrial();
        if (!(trial.outcome() instanceof Broken broken) || broken.kind() != Outcome.Kind.CONNECTION) {
            answered(trial);
            return;
        }
        requireAnswer(trial.twinOutcome());
        if (!trial.twinOutcome().isGranted()) {
            throw new Finding(broken.describe() + ", and after it nothing was served but "
                    + trial.twinOutcome().describe() + ": " + trial.what());
        }
    }

    /**
     * What has to be possible was tried.
     *
     * @param otherwise the finding if it was refused
     */
    static void requireGranted(Outcome outcome, String otherwise) {
        if (outcome instanceof Broken broken) {
            throw new CannotTell("neither accepted nor refused, but " + broken.describe() + ": " + otherwise);
        }
        if (!outcome.isGranted()) {
            throw new Finding(otherwise + ": " + outcome.describe());
        }
    }

    /** The outcome, unless it broke, of which nothing follows. */
    static Outcome told(Outcome outcome) {
        if (outcome instanceof Broken broken) {
            throw new CannotTell("neither accepted nor refused, but " + broken.describe());
        }
        return outcome;
    }

    /** The registry looked at what it was asked; nothing follows of a limit on how often it may be asked. */
    static void requireAnswer(Outcome outcome) {
        if (outcome.isLimited()) {
            throw new CannotTell("neither accepted nor refused, but " + outcome.describe());
        }
    }

    static void answered(Trial trial) {
        requireAnswer(trial.outcome());
        if (trial.outcome() instanceof Broken broken && !broken.isOrderly()) {
            throw new Finding("neither accepted nor refused, but " + broken.describe() + ": " + trial.what());
        }
    }

    @Then("it is accepted")
    public void isAccepted() {
        accepted(world.lastTrial());
    }

    @Then("all of them are accepted")
    public void areAllAccepted() {
        world.trials().forEach(OutcomeSteps::accepted);
    }

    /** The issuer is in order: to call it out of order is as bad as to refuse its ID token, and so is a crash. */
    @Then("it is accepted, for the issuer is sound")
    public void isAcceptedForTheIssuerIsSound() {
        works(world.lastTrial());
    }

    /** A crash fails this: the requirement is about being served. */
    @Then("every one of them works")
    public void everyOneWorks() {
        world.trials().forEach(OutcomeSteps::works);
    }

    private static void works(Trial trial) {
        requireAnswer(trial.outcome());
        if (trial.outcome().isUnkept()) {
            throw new CannotTell(trial.outcome().describe() + ": " + trial.what());
        }
        if (!trial.outcome().isGranted()) {
            throw new Finding(trial.outcome().describe() + ": " + trial.what());
        }
    }

    @Then("its twin is accepted")
    public void twinIsAccepted() {
        var trial = world.lastTrial();
        var outcome = trial.twinOutcome();
        if (!outcome.isGranted()) {
            throw new CannotTell("the refusal proves nothing, for the same attempt without the defect was "
                    + outcome.describe() + ": " + trial.what());
        }
    }

    private static void accepted(Trial trial) {
        if (trial.outcome() instanceof Refused refused) {
            throw new Finding(refused.describe() + ": " + trial.what());
        }
        if (trial.outcome() instanceof Broken broken) {
            throw new CannotTell(broken.describe() + ": " + trial.what());
        }
    }
}
