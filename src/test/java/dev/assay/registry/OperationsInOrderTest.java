package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Operation;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsInOrderTest {
    private static final Operation.Answer YES = new Operation.Answer(List.of(200), Map.of(), Map.of());
    private static final Operation.Answer NO = new Operation.Answer(List.of(403), Map.of(), Map.of());

    private final CannedServer server =
            CannedServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsRefusedOnTheWayDecides() {
        assertThat(attempt(false)).isInstanceOf(Refused.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whereItMayBeRefusedTheRequestIsSentWithoutWhatIsMissing() {
        assertThat(attempt(true)).isInstanceOf(Refused.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1)).startsWith("POST /wanted?with=nothing ");
    }

    private Outcome attempt(boolean mayBeRefused) {
        var secrets = new Secrets();
        var first = operation(List.of(), mayBeRefused, "GET", "/first");
        var between = operation(List.of(), false, "GET", "/between");
        try (var wire = Wire.open(Duration.ofSeconds(10), Optional.empty())) {
            return new Conversation(wire, new Templates(), server.url(""), new Transcript(secrets), secrets, Map.of())
                    .attempt(
                            operation(
                                    List.of(first, between),
                                    false,
                                    "POST",
                                    "/wanted?with={before.factor ?: 'nothing'}"),
                            Purpose.of("attacker", "try"),
                            Map.of());
        }
    }

    private static Operation operation(List<Operation> before, boolean mayBeRefused, String method, String path) {
        return new Operation(before, mayBeRefused, Operation.Request.of(method, path), YES, List.of(NO), List.of());
    }
}
