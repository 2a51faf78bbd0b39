package dev.assay.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that a target is dead: it gave no complete answer many times in a row, in several scenarios. One scenario that
 * makes a registry hang up does not count for more than one, and any answer, whatever it says, is a sign of life.
 */
final class Vigil {
    static final int MOST_SILENCES = 10;
    static final int LEAST_SCENARIOS = 4;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Clock clock;
    private final Set<Object> scenarios = new HashSet<>();
    private int silences;
    private Instant since = Instant.EPOCH;
    private Optional<String> death = Optional.empty();

    Vigil(Clock clock) {
        this.clock = clock;
    }

    /** The target gave an answer. */
    synchronized void answered() {
        silences = 0;
        scenarios.clear();
    }

    /**
     * The target gave none.
     *
     * @param scenario on whose behalf it was asked
     */
    synchronized void silent(Object scenario, String problem) {
        if (silences == 0) {
            since = clock.instant();
        }
        silences++;
        scenarios.add(scenario);
        if (death.isEmpty() && silences >= MOST_SILENCES && scenarios.size() >= LEAST_SCENARIOS) {
            death = Optional.of("the target has not answered since " + TIME.format(since) + ", " + silences
                    + " times in a row in " + scenarios.size() + " scenarios; the last time: " + problem);
        }
    }

    /** Since when the target is dead, and why one thinks so, for a person; nothing while it lives. */
    synchronized Optional<String> death() {
        return death;
    }
}
