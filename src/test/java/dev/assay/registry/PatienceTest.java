package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private final Patience patience = new Patience(() -> now, this::pass);

    private void pass(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    @Test
    void nobodyWaitsWhereNobodyAskedForIt() {
        patience.awaitTurn();

        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7,7", "' 20 ',20", "'Sun, 01 Mar 2026 12:00:09 GMT',9"})
    void oneComesBackWhenTheTargetWantsIt(String asked, int seconds) {
        assertThat(patience.limited(limit(asked), 1)).isEmpty();
        patience.awaitTurn();

        assertThat(pauses).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Sun, 01 Mar 2026 11:59:00 GMT"})
    void whatIsOverIsNotWaitedFor(String asked) {
        assertThat(patience.limited(limit(asked), 1)).isEmpty();
        patience.awaitTurn();

        assertThat(pauses).isEmpty();
    }

    @Test
    void aDateIsReadByTheClockOfWhoeverNamesIt() {
        var late = new Wire.Answer(
                429,
                "",
                List.of(
                        new Wire.Header("Date", "Mon, 02 Mar 2026 08:00:00 GMT"),
                        new Wire.Header("Retry-After", "Mon, 02 Mar 2026 08:00:03 GMT")),
                "");

        assertThat(patience.limited(late, 1)).isEmpty();
        patience.awaitTurn();

        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void whereNoTimeIsNamedTheWaitDoubles() {
        for (int attempts = 1; attempts < Patience.MOST_ATTEMPTS; attempts++) {
            assertThat(patience.limited(new Wire.Answer(429, "", List.of(), ""), attempts))
                    .isEmpty();
            patience.awaitTurn();
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "86400", "999999999", "Sun, 01 Mar 2026 13:00:00 GMT"})
    void whoAsksForTooMuchIsNotWaitedFor(String asked) {
        assertThat(patience.limited(limit(asked), 1)).contains("Assay waits 20 s at most");
        patience.awaitTurn();

        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999999999", "1e1", ""})
    void whatIsNoTimeIsNone(String asked) {
        assertThat(patience.limited(limit(asked), 1)).isEmpty();
        patience.awaitTurn();

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aRequestIsNotSentForEver() {
        assertThat(patience.limited(limit("5"), Patience.MOST_ATTEMPTS))
                .contains("Assay has waited, and sent it 4 times");
        patience.awaitTurn();

        assertThat(pauses).as("the others hold back all the same").containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void severalWhoWaitAtOnceWaitOnce() {
        patience.limited(limit("5"), 1);
        now = now.plusSeconds(2);
        patience.limited(limit("1"), 1);
        patience.limited(limit("4"), 1);
        patience.awaitTurn();

        assertThat(pauses).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void aRunDoesNotWaitForEver() {
        var begun = now;
        Optional<String> end = Optional.empty();
        for (int sent = 0; sent < 10_000; sent++) {
            patience.awaitTurn();
            end = patience.limited(limit("20"), 1);
        }

        assertThat(end).contains("Assay has waited for it 600 s in this run, and waits no more");
        assertThat(Duration.between(begun, now)).isEqualTo(Patience.LONGEST_IN_ALL);
    }

    private static Wire.Answer limit(String retryAfter) {
        return new Wire.Answer(429, "", List.of(new Wire.Header("Retry-After", retryAfter)), "");
    }
}
