package dev.assay.reference.dialect.cratesio;

import static dev.assay.reference.dialect.cratesio.CratesScene.TOKENS;
import static dev.assay.reference.dialect.cratesio.CratesScene.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import dev.assay.reference.TestIssuer;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The failure table of the exchange, in its order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {

    private static final String UNDECODED = "Failed to decode JWT";

    private final CratesScene crates = CratesScene.start();

    @BeforeAll
    void configure() {
        crates.withPolicy("widget");
    }

    @AfterAll
    void close() {
        crates.close();
    }

    @Test
    void aSoundTokenIsExchanged() {
        var reply = crates.exchange(crates.claims());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).matches("\\{\"token\":\"cio_tp_[A-Za-z0-9]{32}\"}");
        assertThat(AccessToken.isWellFormed(reply.json().path("token").asText()))
                .isTrue();
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(reply.header("X-XSS-Protection")).isEqualTo("0");
        assertThat(reply.headers()).doesNotContainKey("cache-control");
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsForbidden() {
        var body = Buffer.buffer(Scene.write(Map.of("jwt", "x")));
        var headers = Map.of("Content-Type", "application/json");

        for (var reply : List.of(
                crates.scene().send("POST", TOKENS, headers, body),
                crates.send("POST", TOKENS, "{}", Map.of("User-Agent", "Amazon CloudFront")))) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json().path("errors").path(0).path("detail").asText())
                    .startsWith("We require that all requests include a `User-Agent` header.");
        }
    }

    @Test
    void onlyJsonIsTaken() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            assertRefused(
                    crates.post(TOKENS, "{\"jwt\":\"x\"}", Map.of("Content-Type", type)),
                    415,
                    "Expected request with `Content-Type: application/json`");
        }
        assertRefused(
                crates.post(TOKENS, "{\"jwt\":\"x\"}", Map.of("Content-Type", "application/vnd.x+json; charset=utf-8")),
                400,
                UNDECODED);
    }

    @Test
    void aBodyOfMoreThanTwoMebibytesIsTooLong() {
        assertThat(crates.exchange("x".repeat(2_097_153)).status()).isEqualTo(413);
    }

    @Test
    void anEmptyBodyIsNoJson() {
        assertRefused(
                crates.post(TOKENS, "", Map.of("Content-Type", "application/json")),
                400,
                "Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "jwt=x", "{\"jwt\":\"x\"} x"})
    void brokenJsonIsABadRequest(String body) {
        var reply = crates.post(TOKENS, body, Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("{\"errors\":[{\"detail\":\"Failed to parse the request body as JSON: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|missing field `jwt` at line 1 column 2",
                "{\"jwt\":null}|jwt: invalid type: null, expected a string at line 1 column 12",
                "{\"jwt\":7}|jwt: invalid type: integer `7`, expected a string at line 1 column 9",
                "{\"jwt\":[\"x\"]}|jwt: invalid type: sequence, expected a string at line 1 column 13"
            })
    void aBodyWithoutIdTokenCannotBeProcessed(String body, String problem) {
        assertRefused(
                crates.post(TOKENS, body, Map.of()),
                422,
                "Failed to deserialize the JSON body into the target type: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broken", "a.b", "a.b.c", "e30.e30.e30.e30", "W10.e30.e30", "e30.W10.e30"})
    void textThatIsNoTokenIsNotDecoded(String text) {
        assertRefused(crates.exchange(text), 400, UNDECODED);
    }

    @Test
    void anIssuerThatIsNotSupportedIsNamed() {
        assertRefused(
                crates.exchange(crates.claims("iss", "https://evil.example")),
                400,
                "Unsupported JWT issuer: https://evil.example");
        assertRefused(crates.exchange(crates.claimsWithout("iss")), 400, UNDECODED);
        assertRefused(crates.exchange(crates.claims("iss", List.of("x"))), 400, UNDECODED);
    }

    @Test
    void theKeyHasToBeNamedAndKnown() {
        var payload = Scene.write(crates.claims());

        assertRefused(
                crates.exchange(TestIssuer.sign(Scene.KEY, Map.of("alg", "RS256"), payload)),
                400,
                "Missing JWT key ID");
        assertRefused(
                crates.exchange(TestIssuer.sign(Scene.KEY, Map.of("alg", "RS256", "kid", "x"), payload)),
                400,
                "Invalid JWT key ID");
        assertRefused(
                crates.exchange(TestIssuer.sign(Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", "first"), payload)),
                400,
                UNDECODED);
        assertRefused(
                crates.exchange(TestIssuer.sign(Scene.KEY, Map.of("alg", "RS512", "kid", "first"), payload)),
                400,
                UNDECODED);
    }

    @Test
    void whatIsWrongWithAGenuineTokenIsNotSaid() {
        var now = ((Number) crates.claims().get("iat")).longValue();
        for (var claims : List.of(
                crates.claims("aud", "crates.io"),
                crates.claims("aud", List.of(crates.claims().get("aud"))),
                crates.claims("exp", now - 60),
                crates.claims("exp", "soon"),
                crates.claims("exp", now + 300.5),
                crates.claims("nbf", now + 61),
                crates.claims("iat", now + 61),
                crates.claimsWithout("iat"),
                crates.claimsWithout("jti"),
                crates.claims("jti", 5),
                crates.claimsWithout("run_id"),
                crates.claims("sha", 5),
                crates.claims("event_name", List.of("push")))) {
            assertRefused(crates.exchange(claims), 400, UNDECODED);
        }
    }

    @Test
    void aMinuteIsTolerated() {
        var now = ((Number) crates.claims().get("iat")).longValue();
        for (var claims : List.of(
                crates.claims("exp", now - 59),
                crates.claims("nbf", now + 60),
                crates.claims("iat", now + 60),
                crates.claimsWithout("nbf"),
                crates.claims("exp", now + 315_360_000L))) {
            assertThat(crates.exchange(claims).status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenWorksOnceWhateverItsIssuer() {
        var claims = crates.claims();
        assertThat(crates.exchange(claims).status()).isEqualTo(200);
        claims.put("event_name", "pull_request_target");

        assertRefused(crates.exchange(claims), 400, "JWT has already been used");
        var ofOtherIssuer = crates.gitLabClaims();
        ofOtherIssuer.put("jti", claims.get("jti"));
        assertRefused(crates.exchange(ofOtherIssuer), 400, "JWT has already been used");
    }

    @Test
    void aTokenThatAPolicyRefusesIsNotUsedUp() {
        var claims = crates.claims("workflow_ref", "octo/widget/.github/workflows/later.yml@refs/heads/main");
        var refusal = crates.exchange(claims);
        assertThat(refusal.status()).isEqualTo(400);

        assertThat(crates.exchange(claims).body()).isEqualTo(refusal.body()).contains("`later.yml`");
    }

    @Test
    void anIssuerWithoutKeysIsAnOrderlyServerError() {
        try (var other = CratesScene.start().withPolicy("widget")) {
            other.scene().issuer().publishText("not JSON");

            assertRefused(other.exchange(other.claims()), 500, "Failed to load OIDC key set");
        }
    }

    @Test
    void otherMethodsAreNotAllowed() {
        var reply = crates.get(TOKENS);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("DELETE,POST");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void anotherPathIsNotFound() {
        assertRefused(crates.get("/api/v1/trusted_publishing/audience"), 404, "Not Found");
        assertRefused(crates.post(TOKENS + "/", "{}", Map.of()), 404, "Not Found");
    }

    private static void assertRefused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(error(detail));
    }
}
