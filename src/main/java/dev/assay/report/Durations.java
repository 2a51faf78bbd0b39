package dev.assay.report;

import java.util.Locale;

/** Durations as people write them. */
final class Durations {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private Durations() {}

    /** Such as {@code 12 ms}, {@code 4.2 s} or {@code 3 min 5 s}. */
    static String of(long milliseconds) {
        if (milliseconds < SECOND) {
            return milliseconds + " ms";
        }
        if (milliseconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / (double) SECOND);
        }
        return milliseconds / MINUTE + " min " + milliseconds % MINUTE / SECOND + " s";
    }
}
