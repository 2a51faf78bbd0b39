package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Operation;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.result.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose target was asked too often. */
class ComingBackTest {
    private static final String LIMIT =
            "HTTP/1.1 429 Slow\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String YES = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String NO = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String NOT_NOW =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private Instant now = Instant.EPOCH;
    private final List<Duration> pauses = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private final Transcript transcript = new Transcript(secrets);

    private void pass(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    @Test
    void itIsSentAgainAndBothAnswersAreWrittenDown() {
        assertThat(attempt(Purpose.of("CI job", "exchange"), LIMIT, LIMIT, YES)).isInstanceOf(Granted.class);

        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(transcript.messages())
                .extracting(message -> message.response().orElseThrow().status())
                .containsExactly(429, 429, 200);
        assertThat(transcript.messages()).extracting(Message::purpose).containsOnly("exchange");
        assertThat(transcript.messages().get(0).outcome().orElseThrow())
                .contains("status 429, the registry limits requests and asks to come back later (Retry-After: 5)");
    }

    @Test
    void whatIsRefusedThenIsRefused() {
        assertThat(attempt(Purpose.of("attacker", "exchange"), LIMIT, NO)).isInstanceOf(Refused.class);
    }

    @Test
    void thereIsAnEndToIt() {
        var outcome = attempt(Purpose.of("CI job", "exchange"), LIMIT);

        assertThat(outcome.isLimited()).isTrue();
        assertThat(outcome.describe())
                .contains(
                        "raise its limit for the test; --threads 1 helps, unless the scenario itself sends many at once")
                .contains("sent it 4 times");
        assertThat(transcript.messages()).hasSize(4);
    }

    @Test
    void whatMeansSomethingElseLaterIsSentOnce() {
        assertThat(attempt(Purpose.of("attacker", "exchange").atOnce(), LIMIT, YES)
                        .isLimited())
                .isTrue();

        assertThat(pauses).isEmpty();
        assertThat(transcript.messages()).hasSize(1);
    }

    @Test
    void aRegistryThatIsOutOfOrderIsNotWaitedFor() {
        assertThat(attempt(Purpose.of("CI job", "exchange"), NOT_NOW, YES).describe())
                .contains("503");
        assertThat(pauses).isEmpty();
    }

    private Outcome attempt(Purpose purpose, String... answers) {
        var kinds = new Operation(
                List.of(), false, Operation.Request.of("POST", "/"), kind(200), List.of(kind(403)), List.of());
        try (var server = CannedServer.answeringInTurn(answers);
                var wire = Wire.open(
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        Optional.empty(),
                        new Patience(() -> now, this::pass))) {
            return new Conversation(wire, new Templates(), server.url(""), transcript, secrets, Map.of())
                    .attempt(kinds, purpose, Map.of());
        }
    }

    private static Operation.Answer kind(int status) {
        return new Operation.Answer(List.of(status), Map.of(), Map.of());
    }
}
