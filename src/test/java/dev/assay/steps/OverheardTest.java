package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.server.Fetch;
import dev.assay.identity.server.Fetch.Answered;
import dev.assay.registry.Secrets;
import dev.assay.result.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverheardTest {
    private static final String SECRET = "secret-secret-secret";

    private final Secrets secrets = new Secrets();

    @Test
    void whatTheRegistryAskedForIsAMessageWithoutAJudgement() {
        var message = heard(Optional.of(new Answered(200, true, Duration.ofMillis(7))));

        assertThat(message.from()).isEqualTo("registry");
        assertThat(message.to()).isEqualTo("identity provider");
        assertThat(message.purpose()).isEqualTo("asks for the key set");
        assertThat(message.durationMs()).isEqualTo(7);
        assertThat(message.response()).map(Message.Response::status).contains(200);
        assertThat(message.problem()).isEmpty();
        assertThat(message.outcome()).isEmpty();
    }

    @Test
    void whereTheAnswerBrokeOffTheMessageSaysHowFarItGot() {
        assertThat(heard(Optional.of(new Answered(0, false, Duration.ZERO))).problem())
                .contains("the connection was closed without an answer");
        assertThat(heard(Optional.of(new Answered(200, false, Duration.ZERO))).problem())
                .contains("the connection was closed in the middle of the answer, status 200");
        assertThat(heard(Optional.empty()).problem()).contains("no complete answer by the end of the scenario");
        assertThat(heard(Optional.empty()).response()).isEmpty();
    }

    @Test
    void aSecretInTheAddressIsNotShown() {
        secrets.add(SECRET);

        assertThat(heard(Optional.empty()).toString()).doesNotContain(SECRET).contains("20 characters");
    }

    private Message heard(Optional<Answered> answer) {
        var fetch = new Fetch(
                "the key set",
                "GET",
                "http://127.0.0.1/jwks?token=" + SECRET,
                "Registry/1 " + SECRET,
                Instant.EPOCH,
                answer);
        return Overheard.of("identity provider", List.of(fetch))
                .findFirst()
                .orElseThrow()
                .message(secrets);
    }
}
