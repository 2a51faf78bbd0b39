package dev.assay.steps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The wall clock, moved forward as far as the registry's own was. */
public final class ShiftableClock implements InstantSource {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get());
    }

    /** Moves it forward. */
    public void advance(Duration by) {
        shift.accumulateAndGet(by, Duration::plus);
    }
}
