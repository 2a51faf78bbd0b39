package dev.assay.reference.dialect.nuget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The failure table of the real gallery's token endpoint. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {

    private static final String NO_POLICY = "No matching trust policy owned by user 'alice' was found.";

    private final Gallery gallery = Gallery.open();

    @AfterAll
    void close() {
        gallery.close();
    }

    @Test
    void aSoundTokenIsExchangedForAKeyOfAnHour() {
        var reply = gallery.exchange(gallery.claims());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .matches("\\{\"tokenType\":\"ApiKey\",\"expires\":\"2026-08-21T13:00:00\\.0000000\\+00:00\","
                        + "\"apiKey\":\"[A-Za-z0-9]{52}JQQJ99CHN5P[0-9A-Za-z]{6}UMAS00CNUGT[A-Za-z0-9]{4}\"}");
    }

    @Test
    void theKeySaysWhosePackagesItPublishes() {
        var first = ApiKey.read(gallery.key()).orElseThrow();

        assertThat(first.owner()).isPositive();
        assertThat(ApiKey.read(gallery.key())).get().extracting(ApiKey::owner).isEqualTo(first.owner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "e30.e30.e30.e30"})
    void textThatIsNoTokenCannotBeParsed(String text) {
        assertUnauthorized(
                gallery.exchange(text, "alice"), "The bearer token could not be parsed as a JSON web token.");
    }

    @Test
    void theAudienceIsOne() {
        var many = List.of(Gallery.AUDIENCE, "another");

        assertUnauthorized(
                gallery.exchange(gallery.claims("aud", many)),
                "The JSON web token must have exactly one aud claim value.");
        assertUnauthorized(
                gallery.exchange(gallery.claimsWithout("aud")), "The JSON web token must have an aud claim.");
        assertUnauthorized(
                gallery.exchange(gallery.claims("aud", "nuget.org")), "The JSON web token has an incorrect audience.");
        assertThat(gallery.exchange(gallery.claims("aud", List.of(Gallery.AUDIENCE)))
                        .status())
                .isEqualTo(200);
        assertThat(gallery.exchange(gallery.claims("aud", Gallery.AUDIENCE + "/"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theIssuerIsASupportedOne() {
        assertUnauthorized(
                gallery.exchange(gallery.claimsWithout("iss")), "The JSON web token must have an iss claim.");
        assertUnauthorized(
                gallery.exchange(gallery.claims("iss", "nobody")),
                "The JSON web token iss claim must be a valid HTTPS URL.");
        assertUnauthorized(
                gallery.exchange(gallery.claims("iss", "https://issuer.invalid")),
                "The JSON web token iss claim is not supported.");
        assertUnauthorized(
                gallery.exchange(gallery.claims("iss", gallery.scene().issuer().url() + "/")),
                "The JSON web token could not be validated.");
    }

    @Test
    void anIdIsRequired() {
        assertUnauthorized(gallery.exchange(gallery.claimsWithout("jti")), "The JSON web token must have a jti claim.");
        assertUnauthorized(gallery.exchange(gallery.claims("jti", " ")), "The JSON web token must have a jti claim.");
    }

    @Test
    void timesHaveFiveMinutesOfLeeway() {
        var now = ((Number) requireNonNull(gallery.claims().get("iat"))).longValue();

        assertUnauthorized(gallery.exchange(gallery.claims("exp", now - 301)), "The JSON web token has expired.");
        assertUnauthorized(gallery.exchange(gallery.claims("nbf", now + 302)), "The JSON web token is not yet valid.");
        assertThat(gallery.exchange(gallery.claims("exp", now - 298)).status()).isEqualTo(200);
        assertThat(gallery.exchange(gallery.claims("nbf", now + 298)).status()).isEqualTo(200);
        assertUnauthorized(
                gallery.exchange(gallery.claimsWithout("exp")), "The JSON web token could not be validated.");
    }

    @Test
    void aSignatureThatDoesNotFitIsInvalid() {
        var sound = gallery.idToken();
        var other = gallery.idToken();
        var mixed = sound.substring(0, sound.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

        assertUnauthorized(gallery.exchange(mixed, "alice"), "The JSON web token has an invalid signature.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "repository_owner", "repository_owner_id", "repository_id", "event_name"})
    void aMissingClaimIsDisclosed(String claim) {
        assertUnauthorized(
                gallery.exchange(gallery.claimsWithout(claim)),
                "The JSON Web Token is missing the required claim '%s'.".formatted(claim));
    }

    @ParameterizedTest
    @CsvSource({"repository,octo/gadget", "repository_owner,pus", "repository_owner_id,1002", "repository_id,2002"})
    void anotherRepositoryIsNotDisclosed(String claim, String value) {
        assertUnauthorized(gallery.exchange(gallery.claims(claim, value)), NO_POLICY);
    }

    @Test
    void anotherRepositoryOfTheSameOwnerIsDisclosedWhereTheOwnerGetsHints() {
        try (var lax = Gallery.open("{policies: {hints: toTheSameOwner}}")) {
            var file = "octo/gadget/.github/workflows/release.yml@refs/heads/main";
            var neighbour = lax.claims("repository", "octo/gadget");
            neighbour.put("job_workflow_ref", file);

            assertUnauthorized(
                    lax.exchange(neighbour),
                    "Claim 'job_workflow_ref' has value '%s' which does not start".formatted(file)
                            + " with octo/widget/.github/workflows/.");
            assertUnauthorized(lax.exchange(lax.claims("repository_owner", "pus")), NO_POLICY);
        }
    }

    @Test
    void namesHaveNoCase() {
        var claims = gallery.claims("repository", "OCTO/Widget");
        claims.put("repository_owner", "Octo");

        assertThat(gallery.exchange(claims).status()).isEqualTo(200);
    }

    @Test
    void aRefusedEventIsDisclosed() {
        assertUnauthorized(
                gallery.exchange(gallery.claims("event_name", "pull_request_target")),
                "The GitHub Actions event 'pull_request_target' is not allowed.");
    }

    @Test
    void anotherWorkflowIsDisclosed() {
        assertUnauthorized(
                gallery.exchange(
                        gallery.claims("job_workflow_ref", "octo/widget/.github/workflows/other.yml@refs/heads/main")),
                "Workflow mismatch for policy 'release': expected 'release.yml', actual 'other.yml'");
        assertUnauthorized(
                gallery.exchange(gallery.claims("job_workflow_ref", "pus/x/.github/workflows/release.yml@main")),
                "Claim 'job_workflow_ref' has value 'pus/x/.github/workflows/release.yml@main' which does not start"
                        + " with octo/widget/.github/workflows/.");
    }

    @Test
    void aTokenIsGoodForOneKey() {
        var idToken = gallery.idToken();

        assertThat(gallery.exchange(idToken, "alice").status()).isEqualTo(200);
        assertUnauthorized(
                gallery.exchange(idToken, "alice"),
                "This bearer token has already been used. A new bearer token must be used for each request.");
    }

    @Test
    void aFailedExchangeDoesNotUseTheTokenUp() {
        gallery.scene().session("bob");
        var idToken = gallery.idToken();

        assertThat(gallery.exchange(idToken, "bob").status()).isEqualTo(401);
        assertThat(gallery.exchange(idToken, "alice").status()).isEqualTo(200);
    }

    @Test
    void anEndpointThatIsSwitchedOffIsNotFound() {
        try (var closed = Gallery.open("switches: {trustedPublishing: false}")) {
            var reply = closed.exchange(closed.claims());

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void reasonsOfSeveralPoliciesAreJoined() {
        try (var several = Gallery.open()) {
            several.scene().policy("Widget.Core", environment(several.scene(), "release"));
            var claims = several.claims("job_workflow_ref", "octo/widget/.github/workflows/other.yml@refs/heads/main");

            assertUnauthorized(
                    several.exchange(claims),
                    "Workflow mismatch for policy 'release': expected 'release.yml', actual 'other.yml'. "
                            + "Workflow mismatch for policy 'release': expected 'release.yml', actual 'other.yml'");
        }
    }

    @Test
    void anotherEnvironmentIsDisclosed() {
        try (var guarded = new Closing(Scene.of("nuget").withPackage("Guarded"))) {
            var scene = guarded.scene();
            scene.policy("Guarded", environment(scene, "release"));
            var claims = scene.claims("aud", Gallery.AUDIENCE);
            claims.put("environment", "staging");

            var reply = scene.send(
                    "POST",
                    "/api/v2/token",
                    gallery.headers(scene.sign(claims)),
                    Buffer.buffer("{\"username\":\"alice\",\"tokenType\":\"ApiKey\"}"));

            assertUnauthorized(
                    reply, "Environment mismatch for policy 'release': expected 'release', actual 'staging'");
        }
    }

    private static Map<String, Object> environment(Scene scene, String name) {
        var policy = scene.policy();
        policy.put("environment", name);
        return policy;
    }

    static void assertUnauthorized(Reply reply, String text) {
        assertRefused(reply, 401, text);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    static void assertRefused(Reply reply, int status, String text) {
        assertThat(reply.body()).isEqualTo("{\"error\":%s}".formatted(AspNetJson.quoted(text)));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.phrase()).isEqualTo(text);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }

    /** A scene of one test alone. */
    private record Closing(Scene scene) implements AutoCloseable {
        @Override
        public void close() {
            scene.close();
        }
    }
}
