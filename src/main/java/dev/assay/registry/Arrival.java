package dev.assay.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of an answer has arrived.
 *
 * @param status of the head, once it was complete
 * @param bytes of the body
 */
record Arrival(Optional<Integer> status, int bytes) {
    static final Arrival NOTHING = new Arrival(Optional.empty(), 0);

    /** What did not happen within a time, for a person. */
    String within(Duration timeout) {
        var time = " within " + seconds(timeout) + " s";
        return status.map(s -> "no complete answer" + time + ": " + describe()).orElse("no answer" + time);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? String.valueOf(duration.toSeconds())
                : String.valueOf(duration.toMillis() / 1000.0);
    }

    /** For a person. */
    String describe() {
        return status.map(s -> "only the head, status " + s + ", and " + bytes + " bytes of the body had come")
                .orElse("nothing of the answer had come");
    }
}
