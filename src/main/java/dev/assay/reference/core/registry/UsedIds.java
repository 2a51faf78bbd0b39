package dev.assay.reference.core.registry;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.ReplayRules.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Which ID tokens have been used, for as long as that matters. */
public final class UsedIds {

    private final Supplier<Instant> clock;
    /** The oldest first. */
    private final Map<String, Instant> keptUntil = Collections.synchronizedMap(new LinkedHashMap<>());

    /** {@code clock} decides when an entry is forgotten. */
    public UsedIds(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** Whether it has been used. */
    public boolean contains(String key) {
        forget();
        return keptUntil.containsKey(key);
    }

    /**
     * Marks it as used, in one step or in two with a gap between them; returns whether it was unused.
     *
     * @param gap how long the gap is, or how long the one step takes
     */
    public boolean claim(String key, Instant until, Claim how, Duration gap) {
        forget();
        if (how == Claim.ATOMIC) {
            LockSupport.parkNanos(gap.toNanos());
            return keptUntil.putIfAbsent(key, until) == null;
        }
        if (keptUntil.containsKey(key)) {
            return false;
        }
        LockSupport.parkNanos(gap.toNanos());
        keptUntil.put(key, until);
        return true;
    }

    /** Takes the mark back. */
    public void release(String key) {
        keptUntil.remove(key);
    }

    /** Forgets the oldest of those that are too many. */
    public void keepAtMost(Limit count) {
        synchronized (keptUntil) {
            var oldest = keptUntil.keySet().iterator();
            while (count.exceededBy(keptUntil.size())) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private void forget() {
        var now = clock.get();
        keptUntil.values().removeIf(until -> !now.isBefore(until));
    }
}
