package dev.assay.steps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The wall clock, moved forward as far as the registry's own was. */
public final class ShiftableClock implements InstantSource {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
    private final boolean fixed;

    /** One that can be moved. */
    public ShiftableClock() {
        this(false);
    }

    private ShiftableClock(boolean fixed) {
        this.fixed = fixed;
    }

    /** One that other scenarios go by, too. */
    public static ShiftableClock ofOthers() {
        return new ShiftableClock(true);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get());
    }

    /**
     * Moves it forward.
     *
     * @throws IllegalStateException if others go by it
     */
    public void advance(Duration by) {
        if (fixed) {
            throw new IllegalStateException(
                    "other scenarios go by the registry's clock at the same time; one that moves it needs the tag @alone");
        }
        shift.accumulateAndGet(by, Duration::plus);
    }
}
