package dev.assay.run;

import dev.assay.steps.CannotTell;
import dev.assay.steps.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where scenarios wait for real time to pass, all at once: whoever waits takes up no slot, so that together they take as
 * long as the longest of them.
 */
public final class WaitingRoom implements Waiting {
    private final Slots slots;
    private final InstantSource clock;
    private final Alarm alarm;
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();

    /** Lets a thread go on at a time. */
    @FunctionalInterface
    interface Alarm {
        /** Returns at that time, or later. */
        void sleepUntil(Instant time) throws InterruptedException;
    }

    /** One that waits; equal to itself alone. */
    private static final class Guest {
        private final Instant until;
        private final String untilWhat;

        private Guest(Instant until, String untilWhat) {
            this.until = until;
            this.untilWhat = untilWhat;
        }
    }

    /**
     * Who waits at a moment.
     *
     * @param scenarios how many
     * @param untilWhat completes the sentence "waiting for ..."
     * @param left until the last of them goes on
     */
    public record Countdown(int scenarios, String untilWhat, Duration left) {}

    /** A room beside the slots, with the time of this machine. */
    public WaitingRoom(Slots slots) {
        this(slots, InstantSource.system(), WaitingRoom::sleep);
    }

    WaitingRoom(Slots slots, InstantSource clock, Alarm alarm) {
        this.slots = slots;
        this.clock = clock;
        this.alarm = alarm;
    }

    @Override
    public void pass(Duration duration, String untilWhat) {
        var guest = new Guest(clock.instant().plus(duration), untilWhat);
        guests.add(guest);
        slots.leave();
        try {
            alarm.sleepUntil(guest.until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotTell("interrupted while waiting for " + untilWhat);
        } finally {
            guests.remove(guest);
            slots.comeBack();
        }
    }

    /** Who waits now; absent if nobody does. */
    public Optional<Countdown> countdown() {
        var now = Set.copyOf(guests);
        var reasons = now.stream().map(guest -> guest.untilWhat).distinct().toList();
        return now.stream()
                .map(guest -> guest.until)
                .max(Comparator.naturalOrder())
                .map(last -> new Countdown(
                        now.size(),
                        reasons.size() == 1 ? reasons.get(0) : "time to pass",
                        Duration.between(clock.instant(), last)));
    }

    private static void sleep(Instant until) throws InterruptedException {
        var left = Duration.between(Instant.now(), until);
        Thread.sleep(Math.max(0, left.toMillis()));
    }
}
