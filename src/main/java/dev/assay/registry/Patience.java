package dev.assay.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How often and how long one comes back to a target that limits requests (RFC 6585 §4): after the time that it asks for, or
 * after one, two and four seconds where it names none. Whoever shares this holds back meanwhile, so that the target
 * recovers. There is an end to it for a request, and one for the run.
 */
final class Patience {
    /** A target that asks for more is not waited for. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** So long is waited in a run, whoever waits. */
    static final Duration LONGEST_IN_ALL = Duration.ofMinutes(10);

    /** So often a request is sent, counting the first time. */
    static final int MOST_ATTEMPTS = 4;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RETRY_AFTER = "Retry-After";

    private final Supplier<Instant> clock;
    private final Pause pause;
    private Instant heldUntil = Instant.EPOCH;
    private Duration inAll = Duration.ZERO;

    Patience(Supplier<Instant> clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** By the clock of this machine. */
    static Patience real() {
        return new Patience(Clock.systemUTC()::instant, time -> Thread.sleep(time.toMillis() + 1));
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void pass(Duration time) throws InterruptedException;
    }

    static boolean isLimit(Wire.Answer answer) {
        return answer.status() == TOO_MANY_REQUESTS;
    }

    /** What the target asked for, as it put it. */
    static Optional<String> asked(Wire.Answer answer) {
        return answer.header(RETRY_AFTER);
    }

    /** Returns once the target wants to be asked again. */
    void awaitTurn() {
        try {
            for (var left = left(); left.compareTo(Duration.ZERO) > 0; left = left()) {
                pause.pass(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration left() {
        return Duration.between(clock.get(), heldUntil);
    }

    /**
     * The target said that it was asked too often, and everybody holds back from now on.
     *
     * @param attempts how often the request has been sent
     * @return why it is not sent again; empty if it is to be, when its turn comes
     */
    synchronized Optional<String> limited(Wire.Answer answer, int attempts) {
        var wait = wait(answer, attempts);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Optional.of("Assay waits " + LONGEST_WAIT.toSeconds() + " s at most");
        }
        if (!holdFor(wait)) {
            return Optional.of("Assay has waited for it " + inAll.toSeconds() + " s in this run, and waits no more");
        }
        return attempts < MOST_ATTEMPTS
                ? Optional.empty()
                : Optional.of("Assay has waited, and sent it " + attempts + " times");
    }

    /** Whether there is time left for it. */
    private boolean holdFor(Duration wait) {
        var now = clock.get();
        var from = now.isAfter(heldUntil) ? now : heldUntil;
        var until = now.plus(wait);
        if (!until.isAfter(from)) {
            return true;
        }
        var total = inAll.plus(Duration.between(from, until));
        if (total.compareTo(LONGEST_IN_ALL) > 0) {
            return false;
        }
        inAll = total;
        heldUntil = until;
        return true;
    }

    private Duration wait(Wire.Answer answer, int attempts) {
        return asked(answer)
                .flatMap(text -> seconds(text).or(() -> untilDate(text, answer)))
                .orElse(Duration.ofSeconds(1L << (attempts - 1)));
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(digits -> Duration.ofSeconds(Long.parseLong(digits)));
    }

    /** Until a date, by the target's own clock if it shows it. */
    private Optional<Duration> untilDate(String text, Wire.Answer answer) {
        var now = answer.header("Date").flatMap(Patience::date).orElseGet(clock);
        return date(text).map(date -> Duration.between(now, date));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
