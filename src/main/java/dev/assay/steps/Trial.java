package dev.assay.steps;

import dev.assay.registry.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One half of an experiment: somebody tried something, and the twin is the same attempt without the tested defect. A
 * refusal counts only once the twin was accepted.
 */
public final class Trial {
    private final String what;
    private final Outcome outcome;
    private final Supplier<Outcome> twin;
    private boolean refusalClaimed;
    private Optional<Outcome> twinOutcome = Optional.empty();

    /**
     * An attempt that was made.
     *
     * @param what who tried what, for a person
     * @param outcome what became of it
     * @param twin makes the same attempt without the defect
     */
    Trial(String what, Outcome outcome, Supplier<Outcome> twin) {
        this.what = what;
        this.outcome = outcome;
        this.twin = twin;
    }

    String what() {
        return what;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The scenario builds on the refusal of this attempt. */
    void claimRefusal() {
        refusalClaimed = true;
    }

    /** The twin had its attempt already. */
    void hadAcceptedTwin(Outcome earlier) {
        twinOutcome = Optional.of(earlier);
    }

    /** Makes the twin's attempt, once. */
    Outcome twinOutcome() {
        var known = twinOutcome.orElseGet(twin);
        twinOutcome = Optional.of(known);
        return known;
    }

    /** Makes the twin's attempt once more: something that it depends on has changed. */
    Outcome repeatTwin() {
        twinOutcome = Optional.empty();
        return twinOutcome();
    }

    /** Whether a refusal is claimed that no accepted twin supports. */
    public boolean isUnsupported() {
        return refusalClaimed && !twinOutcome.map(Outcome::isGranted).orElse(false);
    }
}
