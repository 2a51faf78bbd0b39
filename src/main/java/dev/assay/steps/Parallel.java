package dev.assay.steps;

import dev.assay.registry.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Attempts that are made at once. */
final class Parallel {
    private Parallel() {}

    /** Makes all attempts at once and waits for what becomes of them. */
    static List<Outcome> all(List<Callable<Outcome>> attempts) {
        var threads = Executors.newFixedThreadPool(attempts.size());
        try {
            return threads.invokeAll(attempts).stream().map(Parallel::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotTell("interrupted");
        } finally {
            threads.shutdown();
        }
    }

    private static Outcome result(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("an attempt failed inside the harness", e);
        }
    }
}
