package dev.assay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places at which scenarios run, and so how many run at once. A scenario that waits for time to pass gives its slot
 * to another one meanwhile.
 */
public final class Slots {
    private final Semaphore free;

    /** So many scenarios at once. */
    public Slots(int count) {
        free = new Semaphore(count, true);
    }

    /**
     * Runs all tasks, each in a slot, in their order as far as slots become free.
     *
     * @param everySecond called by this thread from when the last task began until all have ended
     * @throws IllegalStateException if a task fails, which is a mistake of the program
     */
    void runAll(List<Runnable> tasks, Runnable everySecond) {
        var threads = Executors.newCachedThreadPool(Slots::daemon);
        try {
            var begun = new ArrayList<Future<?>>();
            for (var task : tasks) {
                free.acquire();
                begun.add(threads.submit(() -> inSlot(task)));
            }
            threads.shutdown();
            while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                everySecond.run();
            }
            for (var future : begun) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scenario failed inside the harness", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void inSlot(Runnable task) {
        try {
            task.run();
        } finally {
            free.release();
        }
    }

    /** The calling scenario goes aside. */
    void leave() {
        free.release();
    }

    /** The calling scenario goes on as soon as a slot is free. */
    void comeBack() {
        free.acquireUninterruptibly();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "scenario");
        thread.setDaemon(true);
        return thread;
    }
}
