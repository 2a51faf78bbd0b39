package dev.assay.steps;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Times as registries write them. */
final class Lifetimes {
    /** From here on a number counts milliseconds: as seconds it would lie in the year 5138. */
    private static final double MILLISECONDS = 1e11;

    private Lifetimes() {}

    /** Epoch seconds or milliseconds, or ISO 8601. */
    static Instant instant(String text) {
        try {
            return isNumber(text) ? epoch(Double.parseDouble(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CannotTell("'" + text + "' is not a point in time");
        }
    }

    private static Instant epoch(double number) {
        return number < MILLISECONDS ? Instant.ofEpochSecond((long) number) : Instant.ofEpochMilli((long) number);
    }

    /** A number of seconds. */
    static Duration seconds(String text) {
        if (!isNumber(text)) {
            throw new CannotTell("'" + text + "' is not a number of seconds");
        }
        return Duration.ofSeconds((long) Double.parseDouble(text));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,15}(\\.[0-9]+)?");
    }
}
