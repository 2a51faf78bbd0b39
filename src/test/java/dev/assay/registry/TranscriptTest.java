package dev.assay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import dev.assay.result.Message;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String SECRET = "session-0123456789abcdef";

    private final Secrets secrets = new Secrets();
    private final Transcript transcript = new Transcript(secrets);

    @Test
    void everythingThatWasSaidIsWrittenDownInOrder() {
        say("first", request("a"), answer("b"), new Granted(200, Map.of()));
        transcript
                .begin(new Purpose("attacker", "registry", "second", Optional.of(decoded())), request("c"))
                .unanswered(new Broken(Kind.TIMEOUT, "no complete answer in time"));

        assertThat(transcript.messages()).extracting(Message::number).containsExactly(1, 2);
        var first = transcript.messages().get(0);
        assertThat(first.from()).isEqualTo("CI job");
        assertThat(first.purpose()).isEqualTo("first");
        assertThat(first.request().method()).isEqualTo("POST");
        assertThat(first.request().body()).contains("a");
        assertThat(first.response().orElseThrow().reason()).isEqualTo("Fine");
        assertThat(first.outcome()).contains("Granted (200)");
        var second = transcript.messages().get(1);
        assertThat(second.response()).isEmpty();
        assertThat(second.problem()).contains("no complete answer in time");
        assertThat(second.request().idToken()).contains(decoded());
    }

    @Test
    void whatElseWasSaidFindsItsPlaceByItsTime() {
        say("only", request("a"), answer("b"), new Granted(200, Map.of()));
        var said = transcript.messages().get(0);

        var messages = transcript.messages(
                List.of(heard(said.at().plusMillis(1)), heard(said.at().minusMillis(1))));

        assertThat(messages).extracting(Message::number).containsExactly(1, 2, 3);
        assertThat(messages).extracting(Message::from).containsExactly("registry", "CI job", "registry");
    }

    private static Message heard(Instant at) {
        var request =
                new Message.Request("GET", "http://127.0.0.1/jwks", List.of(), Optional.empty(), Optional.empty());
        return new Message(
                0,
                at,
                0,
                "registry",
                "identity provider",
                "asks for the key set",
                request,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aSecretThatIsLearnedLaterIsNotShownEither() {
        say(
                "leak",
                request(SECRET),
                answer("{\"session\":\"" + SECRET + "\"}"),
                new Refused(403, Map.of("message", SECRET)));
        secrets.add(SECRET);

        assertThat(transcript.messages().toString()).doesNotContain(SECRET).contains("[session-…, 24 characters");
    }

    @Test
    void aSecretIsNotShownInUrlHeadersReasonOrProblem() {
        secrets.add(SECRET);
        var request = new Wire.Request(
                "GET",
                URI.create("http://registry.example/?s=" + SECRET),
                List.of(new Wire.Header("Authorization", "Bearer " + SECRET)),
                new byte[0]);
        var answer =
                new Wire.Answer(403, "Unknown " + SECRET, List.of(new Wire.Header("Set-Cookie", "s=" + SECRET)), "");
        say("everywhere", request, answer, new Refused(403, Map.of()));
        transcript.begin(Purpose.of("CI job", "x"), request).unanswered(new Broken(Kind.CONNECTION, "to " + SECRET));

        assertThat(transcript.messages().toString()).doesNotContain(SECRET);
        assertThat(transcript.messages().get(0).request().body()).isEmpty();
    }

    @Test
    void anAnswerThatRepeatsASecretItWasSentIsAnEcho() {
        secrets.add(SECRET);
        say("quiet", request("x"), answer("y"), new Granted(200, Map.of()));
        say("loud", request(SECRET), answer("your token " + SECRET + " is wrong"), new Refused(401, Map.of()));

        assertThat(transcript.firstEcho()).contains("loud");
    }

    @Test
    void anAnswerThatRepeatsASecretInAHeaderOrReasonIsAnEcho() {
        secrets.add(SECRET);
        say(
                "header",
                request("x"),
                new Wire.Answer(302, "Found", List.of(new Wire.Header("Location", "/?t=" + SECRET)), ""),
                new Refused(302, Map.of()));

        assertThat(transcript.firstEcho()).contains("header");
    }

    @Test
    void handingOutANewTokenIsNoEcho() {
        var draft = transcript.begin(Purpose.of("CI job", "exchange"), request("x"));
        secrets.add(SECRET);
        draft.answered(answer(SECRET), new Granted(200, Map.of("token", SECRET)));

        assertThat(transcript.firstEcho()).isEmpty();
    }

    @Test
    void aLongBodyIsCutAndItsLengthIsGiven() {
        say("long", request("x"), answer("y".repeat(10_000)), new Granted(200, Map.of()));

        assertThat(transcript.messages().get(0).response().orElseThrow().body().orElseThrow())
                .startsWith("yyyy")
                .endsWith("… (10000 characters in all)")
                .hasSizeLessThan(5_000);
    }

    @Test
    void theLatestAnswerIsTheLastThatCame() {
        say("one", request("x"), answer("1"), new Granted(200, Map.of()));
        say("two", request("x"), answer("2"), new Granted(200, Map.of()));
        transcript.begin(Purpose.of("CI job", "three"), request("x")).unanswered(new Broken(Kind.TIMEOUT, "late"));

        assertThat(transcript.lastAnswer()).map(Wire.Answer::body).contains("2");
        assertThat(transcript.answers()).hasSize(2);
    }

    private void say(String what, Wire.Request request, Wire.Answer answer, Outcome outcome) {
        transcript.begin(Purpose.of("CI job", what), request).answered(answer, outcome);
    }

    private static Message.DecodedToken decoded() {
        return new Message.DecodedToken("sound", "{}", "{}");
    }

    private static Wire.Request request(String body) {
        return new Wire.Request("POST", URI.create("http://registry.example/"), List.of(), body.getBytes(UTF_8));
    }

    private static Wire.Answer answer(String body) {
        return new Wire.Answer(200, "Fine", List.of(), body);
    }
}
