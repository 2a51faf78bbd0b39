package dev.assay.reference.core.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts fetches within the last interval. Not thread-safe. */
final class FetchCount {

    private final Duration interval;
    private final Deque<Instant> successes = new ArrayDeque<>();
    private final Deque<Instant> failures = new ArrayDeque<>();

    FetchCount(Duration interval) {
        this.interval = interval;
    }

    void noteSuccess(Instant now) {
        successes.add(now);
    }

    void noteFailure(Instant now) {
        failures.add(now);
    }

    int succeeded(Instant now) {
        return within(successes, now);
    }

    int failed(Instant now) {
        return within(failures, now);
    }

    private int within(Deque<Instant> fetches, Instant now) {
        fetches.removeIf(fetch -> !now.isBefore(fetch.plus(interval)));
        return fetches.size();
    }
}
