package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.steps.CannotTell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time is a number here: whoever would sleep waits until all who are expected sleep, too. */
@Timeout(20)
class WaitingRoomTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WAITERS = 10;

    private final Slots slots = new Slots(2);
    private final Set<Instant> wakeUps = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    @Test
    void tenScenariosInTwoSlotsWaitOnceAndNotFiveTimes() {
        var together = new CyclicBarrier(WAITERS);
        var rounds = new AtomicInteger();
        var room = new WaitingRoom(slots, () -> NOW, until -> {
            wakeUps.add(until);
            if (meet(together) == 0) {
                rounds.incrementAndGet();
            }
        });

        slots.runAll(times(WAITERS, () -> room.pass(Duration.ofMinutes(16), "a token to expire")), () -> {});

        assertThat(rounds).hasValue(1);
        assertThat(wakeUps).containsExactly(NOW.plus(Duration.ofMinutes(16)));
    }

    @Test
    void whoeverWakesUpWaitsForAFreeSlot() {
        var together = new CyclicBarrier(WAITERS);
        var room = new WaitingRoom(slots, () -> NOW, until -> meet(together));

        slots.runAll(
                times(WAITERS, () -> {
                    occupied(() -> {});
                    room.pass(Duration.ofMinutes(1), "a token to expire");
                    occupied(Thread::yield);
                }),
                () -> {});

        assertThat(mostRunning.get()).isBetween(1, 2);
    }

    @Test
    void theOthersGoOnMeanwhile() {
        var othersDone = new CountDownLatch(20);
        var room = new WaitingRoom(slots, () -> NOW, until -> {
            if (!othersDone.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody else could run");
            }
        });
        var tasks = new ArrayList<Runnable>(times(2, () -> room.pass(Duration.ofMinutes(1), "a token to expire")));
        tasks.addAll(times(20, othersDone::countDown));

        slots.runAll(tasks, () -> {});

        assertThat(othersDone.getCount()).isZero();
    }

    @Test
    void theCountdownSaysHowManyWaitForWhatAndHowLong() {
        var countdowns = new ArrayList<String>();
        var rooms = new ArrayList<WaitingRoom>();
        var together = new CyclicBarrier(
                2,
                () -> rooms.get(0)
                        .countdown()
                        .ifPresent(c -> countdowns.add(c.scenarios() + " " + c.untilWhat() + " " + c.left())));
        rooms.add(new WaitingRoom(slots, () -> NOW, until -> meet(together)));
        var room = rooms.get(0);
        assertThat(room.countdown()).isEmpty();

        slots.runAll(
                List.of(
                        () -> room.pass(Duration.ofMinutes(5), "a token to expire"),
                        () -> room.pass(Duration.ofMinutes(16), "a token to expire")),
                () -> {});
        slots.runAll(
                List.of(
                        () -> room.pass(Duration.ofMinutes(5), "a token to expire"),
                        () -> room.pass(Duration.ofMinutes(4), "keys to be fetched again")),
                () -> {});

        assertThat(countdowns).containsExactly("2 a token to expire PT16M", "2 time to pass PT5M");
        assertThat(room.countdown()).isEmpty();
    }

    @Test
    void anInterruptedWaitTellsNothingAndKeepsItsSlotInOrder() {
        var room = new WaitingRoom(slots, () -> NOW, until -> {
            throw new InterruptedException();
        });
        var thrown = new ArrayList<Throwable>();

        slots.runAll(
                times(1, () -> {
                    try {
                        room.pass(Duration.ofMinutes(1), "a token to expire");
                    } catch (CannotTell e) {
                        thrown.add(e);
                    }
                }),
                () -> {});
        slots.runAll(times(5, () -> occupied(() -> {})), () -> {});

        assertThat(thrown)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("interrupted while waiting for a token to expire");
        assertThat(mostRunning.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aMistakeOfTheProgramIsNotSwallowed() {
        assertThatThrownBy(() -> slots.runAll(
                        times(3, () -> {
                            throw new IllegalArgumentException("a mistake");
                        }),
                        () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a mistake");
    }

    private void occupied(Runnable work) {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        work.run();
        running.decrementAndGet();
    }

    private static int meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            return barrier.await(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not all waited at the same time", e);
        }
    }

    private static List<Runnable> times(int count, Runnable task) {
        return java.util.Collections.nCopies(count, task);
    }
}
