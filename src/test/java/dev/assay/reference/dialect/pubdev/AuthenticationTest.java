package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.identity.token.TokenRequest;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let as far as the invitation to upload (dart-lang/pub-dev app/lib/account/default_auth_provider.dart). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationTest {

    private static final String TIMESTAMPS = "Invalid JWT token: invalid timestamps.";
    private static final String SIGNATURE = "Invalid JWT token: invalid signature.";
    private static final String PAYLOAD = "Invalid JWT token: unable to parse payload.";
    private static final long NOW = 1_787_313_600;

    private final PubDevScene scene = new PubDevScene("pub-dev").withPolicy("widget");

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void withoutAHeaderAuthenticationIsRequired() {
        Envelope.isUnauthorized(
                scene.get("/api/packages/versions/new"),
                "Authentication is required, please add `authorization` header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Basic YWxpY2U6c2VjcmV0", "Bearer a b", "Bearer  a"})
    void aHeaderThatIsNotBearerAndOneTextCountsAsNone(String header) {
        Envelope.isUnauthorized(
                scene.newUpload(header), "Authentication is required, please add `authorization` header.");
    }

    @Test
    void theSchemeHasNoCase() {
        assertThat(scene.newUpload("bEARER " + scene.token("v1.0.0")).status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abc.def.ghi", "aaaa.bbbb.cccc.dddd"})
    void whatIsNoJwtFailsLikeAPersonsToken(String token) {
        Envelope.isUnauthorized(scene.newUpload("Bearer " + token), "Authentication failed.");
    }

    @Test
    void anotherAudienceFailsLikeAPersonsToken() {
        failsWith(token -> token.withAudience("https://pub.dev/"), "Authentication failed.");
        failsWith(
                token -> token.withClaim("aud", list("https://pub.dev", "https://other.example")),
                "Authentication failed.");
        failsWith(token -> token.withoutClaim("aud"), "Authentication failed.");
    }

    @Test
    void aListOfThisOneAudienceIsAccepted() {
        passes(token -> token.withClaim("aud", list("https://pub.dev")));
    }

    @Test
    void anotherIssuerFailsLikeAPersonsToken() {
        failsWith(
                token -> token.withClaim("iss", TextNode.valueOf("https://issuer.example")), "Authentication failed.");
    }

    @Test
    void timestampsHaveALeewayOf120Seconds() {
        passes(token -> token.withClaim("iat", LongNode.valueOf(NOW + 120)));
        failsWith(token -> token.withClaim("iat", LongNode.valueOf(NOW + 121)), TIMESTAMPS);
        passes(token -> token.withClaim("nbf", LongNode.valueOf(NOW + 120)));
        failsWith(token -> token.withClaim("nbf", LongNode.valueOf(NOW + 121)), TIMESTAMPS);
        passes(token -> token.withClaim("exp", LongNode.valueOf(NOW - 119)));
        failsWith(token -> token.withClaim("exp", LongNode.valueOf(NOW - 121)), TIMESTAMPS);
    }

    @Test
    void timesOfIssueAndExpiryAreRequired() {
        failsWith(token -> token.withClaim("iat", MissingNode.getInstance()), TIMESTAMPS);
        failsWith(token -> token.withClaim("exp", MissingNode.getInstance()), TIMESTAMPS);
    }

    @Test
    void aSignatureThatDoesNotFitIsInvalid() {
        var token = scene.token("v1.0.0");

        Envelope.isUnauthorized(
                scene.newUpload("Bearer " + token.substring(0, token.lastIndexOf('.')) + ".AAAA"), SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nbf",
                "repository",
                "repository_id",
                "repository_owner",
                "repository_owner_id",
                "event_name",
                "ref",
                "ref_type",
                "run_id"
            })
    void everyClaimThatIsListedIsRequired(String claim) {
        failsWith(token -> token.withoutClaim(claim), PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository_id", "repository_owner_id", "run_id", "event_name"})
    void aRequiredClaimIsAText(String claim) {
        failsWith(token -> token.withClaim(claim, IntNode.valueOf(42)), PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "sub", "sha", "workflow_ref", "job_workflow_ref"})
    void otherClaimsMayBeMissing(String claim) {
        passes(token -> token.withoutClaim(claim));
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget", "octo/widget/x"})
    void aRepositoryWithoutExactlyOneSlashEndsInAPage(String repository) {
        var token = scene.tokenOf(scene.run("v1.0.0")).withClaim("repository", TextNode.valueOf(repository));

        var answer = scene.newUpload("Bearer " + scene.mint(token));

        assertThat(answer.status()).isEqualTo("HTTP/1.1 500 Internal Server Error");
        assertThat(answer.header("content-type")).isEqualTo("text/html; charset=\"utf-8\"");
    }

    @Test
    void aNewKeyIsNotFoundForAQuarterOfAnHour() {
        try (var other = new PubDevScene("pub-dev").withPolicy("widget")) {
            assertThat(other.publish(other.token("v1.0.0"), "widget", "1.0.0").status())
                    .contains(" 200 ");
            other.issuer().rotateKeys();
            other.pass(Duration.ofMinutes(14));
            Envelope.isUnauthorized(other.newUpload("Bearer " + other.token("v1.1.0")), SIGNATURE);

            other.pass(Duration.ofMinutes(1));

            assertThat(other.publish(other.token("v1.1.0"), "widget", "1.1.0").status())
                    .contains(" 200 ");
        }
    }

    private void passes(UnaryOperator<TokenRequest> change) {
        var token = scene.mint(change.apply(scene.tokenOf(scene.run("v1.0.0"))));
        assertThat(scene.newUpload("Bearer " + token).status()).isEqualTo("HTTP/1.1 200 OK");
    }

    private void failsWith(UnaryOperator<TokenRequest> change, String message) {
        var token = scene.mint(change.apply(scene.tokenOf(scene.run("v1.0.0"))));
        Envelope.isUnauthorized(scene.newUpload("Bearer " + token), message);
    }

    private static JsonNode list(String... texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var text : texts) {
            list.add(text);
        }
        return list;
    }
}
