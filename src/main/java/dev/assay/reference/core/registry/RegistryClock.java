package dev.assay.reference.core.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The registry's own clock: the wall clock, moved forward by whoever drives an experiment. */
public final class RegistryClock implements Supplier<Instant> {

    private final Supplier<Instant> wallClock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** A clock that agrees with the wall clock until it is moved. */
    public RegistryClock(Supplier<Instant> wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public Instant get() {
        return wallClock.get().plus(ahead.get());
    }

    /** Moves the clock and says what it shows then. */
    public Instant advance(Duration by) {
        ahead.updateAndGet(by::plus);
        return get();
    }
}
