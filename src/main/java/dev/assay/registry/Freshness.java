package dev.assay.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Which pooled connections may be used again. A server closes an idle one when it likes, some after two seconds, and a
 * request that crosses with that is lost.
 */
final class Freshness {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Map<Object, Instant> answered = Collections.synchronizedMap(new WeakHashMap<>());
    private final Supplier<Instant> clock;

    Freshness(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** An answer has come in over it, to its last byte. */
    void answered(Object connection) {
        answered.put(connection, clock.get());
    }

    /** Whether the server can hardly have closed it yet. */
    boolean isFresh(Object connection) {
        var last = answered.get(connection);
        return last == null || Duration.between(last, clock.get()).compareTo(LONGEST_PAUSE) < 0;
    }
}
