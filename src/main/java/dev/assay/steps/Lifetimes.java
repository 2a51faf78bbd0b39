package dev.assay.steps;

import java.time.DateTimeException;
import java.time.Instant;

/** Points in time as registries write them. */
final class Lifetimes {
    private Lifetimes() {}

    /** Epoch seconds, or ISO 8601. */
    static Instant instant(String text) {
        try {
            return text.matches("[0-9]+(\\.0)?")
                    ? Instant.ofEpochSecond((long) Double.parseDouble(text))
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CannotTell("'" + text + "' is not a point in time");
        }
    }
}
