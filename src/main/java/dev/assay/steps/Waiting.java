package dev.assay.steps;

import java.time.Duration;

/** Lets real time pass, where a registry's clock cannot be moved and the user agreed to wait. */
@FunctionalInterface
public interface Waiting {
    /** No scenario waits longer than this. */
    Duration LONGEST = Duration.ofHours(2);

    /**
     * Returns when the time has passed.
     *
     * @param untilWhat completes the sentence "waiting for ..."
     * @throws CannotTell if the wait is interrupted
     */
    void pass(Duration duration, String untilWhat);
}
