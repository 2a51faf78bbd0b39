package dev.assay.reference.core.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts fetches within the last interval. */
final class FetchCount {

    private final Duration interval;
    private final Deque<Instant> successes = new ArrayDeque<>();
    private final Deque<Instant> failures = new ArrayDeque<>();

    private FetchCount(Duration interval) {
        this.interval = interval;
    }

    /** None so far. */
    static FetchCount within(int seconds) {
        return new FetchCount(Duration.ofSeconds(seconds));
    }

    synchronized void noteSuccess(Instant now) {
        successes.add(now);
    }

    synchronized void noteFailure(Instant now) {
        failures.add(now);
    }

    synchronized int succeeded(Instant now) {
        return latest(successes, now);
    }

    synchronized int failed(Instant now) {
        return latest(failures, now);
    }

    private int latest(Deque<Instant> fetches, Instant now) {
        fetches.removeIf(fetch -> !now.isBefore(fetch.plus(interval)));
        return fetches.size();
    }
}
