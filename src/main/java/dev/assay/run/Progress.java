package dev.assay.run;

import dev.assay.result.ScenarioResult;

/** Told of every scenario that was selected, as it ends; called by several threads, one at a time. */
@FunctionalInterface
public interface Progress {
    /** A scenario ended.
     *
     * @param done how many have ended, this one included
     * @param total how many there are
     */
    void ended(ScenarioResult scenario, int done, int total);

    /** All scenarios have begun, and some wait for time to pass; called every second. */
    default void waiting(WaitingRoom.Countdown countdown) {
        // a countdown is for people who watch
    }
}
