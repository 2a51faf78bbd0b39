package dev.assay.reference.dialect.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The failure table of the real index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MintTest {

    private final Scene scene = Scene.of("pypi");

    @BeforeAll
    void configure() {
        scene.withPolicy("widget");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void theAudienceIsServed() {
        assertThat(scene.get("/_/oidc/audience").body()).isEqualTo("{\"audience\":\"pypi\"}");
    }

    @Test
    void aSoundTokenIsExchanged() {
        var reply = scene.mint(scene.claims());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .matches("\\{\"expires\":1787314500,\"success\":true,\"token\":\"pypi-[A-Za-z0-9_-]+\"}");
    }

    @Test
    void theOldPathStillWorksForEveryIssuer() {
        var body = Buffer.buffer(Scene.write(Map.of("token", scene.sign(scene.claims()))));

        assertThat(scene.send("POST", "/_/oidc/github/mint-token", Map.of(), body)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET,/_/oidc/mint-token,POST", "PUT,/_/oidc/github/mint-token,POST", "POST,/_/oidc/audience,GET"})
    void otherMethodsAreNotAllowed(String method, String path, String allowed) {
        var reply = scene.send(method, path, Map.of(), Buffer.buffer());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void aSlashAtTheEndIsNotFound() {
        assertThat(scene.send("POST", "/_/oidc/mint-token/", Map.of(), Buffer.buffer("{}"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"token\":null}",
                "{\"token\":1}",
                "{\"token\":[\"x\"]}"
            })
    void aBodyWithoutTokenIsAnInvalidPayload(String body) {
        var reply = scene.send("POST", "/_/oidc/mint-token", Map.of(), Buffer.buffer(body));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("invalid-payload");
        assertThat(reply.description()).startsWith("1 validation error for TokenPayload");
        assertThat(reply.json().path("message").asText()).isEqualTo("Token request failed");
    }

    @Test
    void aFormWithARepeatedKeyIsRefusedByTheFramework() {
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");

        var reply = scene.send("POST", "/_/oidc/mint-token", headers, Buffer.buffer("a=1&a=2"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("POST body may not contain duplicate keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c", "e30.e30.e30.e30", "e30.e30.", "e30.W10.e30", "W10.e30.e30"})
    void textThatIsNoTokenIsMalformed(String text) {
        assertRefused(scene.mintText(text), "invalid-payload", "malformed JWT");
    }

    @Test
    void aKeyIdThatIsNoTextAndAnUnknownCriticalHeaderAreMalformed() {
        var payload = Scene.write(scene.claims());

        assertRefused(
                scene.mintText(TestIssuer.sign(Scene.KEY, Map.of("alg", "RS256", "kid", 7), payload)),
                "invalid-payload",
                "malformed JWT");
        var critical = Map.<String, Object>of("alg", "RS256", "kid", "first", "crit", List.of("x"), "x", 1);
        assertRefused(
                scene.mintText(TestIssuer.sign(Scene.KEY, critical, payload)), "invalid-payload", "malformed JWT");
    }

    @Test
    void anUnknownIssuerIsRefused() {
        assertRefused(
                scene.mint(scene.claims("iss", scene.issuer().url() + "/")),
                "invalid-payload",
                "unknown trusted publishing issuer");
        assertRefused(scene.mint(scene.claimsWithout("iss")), "invalid-payload", "malformed JWT");
    }

    @Test
    void whatIsWrongWithATokenStaysVague() {
        for (var claims : List.of(
                scene.claims("aud", "testpypi"),
                scene.claims("aud", List.of("pypi")),
                scene.claims("exp", 1787313569L),
                scene.claims("nbf", 1787313631L),
                scene.claims("iat", 1787313631L),
                scene.claimsWithout("exp"),
                scene.claims("jti", 5),
                scene.claims("sub", 5))) {
            assertRefused(scene.mint(claims), "invalid-token", "malformed or invalid token");
        }
    }

    @Test
    void anotherKeyAnotherAlgorithmAndAMissingKeyIdAreInvalid() {
        var payload = Scene.write(scene.claims());
        for (var header : List.<Map<String, Object>>of(
                Map.of("alg", "RS512", "kid", "first"), Map.of("alg", "RS256"), Map.of("alg", "RS256", "kid", "x"))) {
            assertRefused(
                    scene.mintText(TestIssuer.sign(Scene.KEY, header, payload)),
                    "invalid-token",
                    "malformed or invalid token");
        }
        assertRefused(
                scene.mintText(TestIssuer.sign(Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", "first"), payload)),
                "invalid-token",
                "malformed or invalid token");
    }

    @Test
    void aWorkloadWithoutPolicyIsToldSo() {
        assertRefused(
                scene.mint(scene.claims("repository", "octo/gadget")),
                "invalid-publisher",
                "valid token, but no corresponding publisher (Publisher with matching claims was not found)");
        assertRefused(
                scene.mint(scene.claimsWithout("sha")),
                "invalid-publisher",
                "valid token, but no corresponding publisher (Missing claim 'sha')");
        assertRefused(
                scene.mint(scene.claims("job_workflow_ref", "octo/widget/.github/workflows/release@main")),
                "invalid-publisher",
                "valid token, but no corresponding publisher"
                        + " (Could not job extract workflow filename from OIDC claims)");
        assertRefused(
                scene.mint(
                        scene.claims("job_workflow_ref", "evil/widget/.github/workflows/release.yml@refs/heads/main")),
                "invalid-publisher",
                "valid token, but no corresponding publisher (The job_workflow_ref claim does not match, expecting one"
                        + " of ['octo/widget/.github/workflows/release.yml@0123456789012345678901234567890123456789',"
                        + " 'octo/widget/.github/workflows/release.yml@refs/heads/main'], got"
                        + " 'evil/widget/.github/workflows/release.yml@refs/heads/main')");
    }

    @Test
    void aDangerousTriggerIsRefused() {
        assertThat(scene.mint(scene.claims("event_name", "pull_request_target")).body())
                .contains("Publishing from a workflow invoked via 'pull_request_target'");
        assertThat(scene.mint(scene.claims("event_name", "workflow_run")).status())
                .isEqualTo(200);
    }

    @Test
    void aTokenWorksOnce() {
        var claims = scene.claims();

        assertThat(scene.mint(claims).status()).isEqualTo(200);
        assertRefused(scene.mint(claims), "invalid-reuse-token", "invalid token: already used");
    }

    @Test
    void aRefusedTokenIsNotUsedUp() {
        var claims = scene.claims("aud", "other");
        assertThat(scene.mint(claims).status()).isEqualTo(422);
        claims.put("aud", "pypi");

        assertThat(scene.mint(claims).status()).isEqualTo(200);
    }

    @Test
    void whatCrashesTheRealIndexCrashesTheModel() {
        for (var claims : List.of(
                scene.claims("iss", List.of("x")),
                scene.claims("repository", "octo"),
                scene.claims("repository", 5),
                scene.claims("exp", "1787314000"),
                scene.claims("exp", 1787314000.5),
                scene.claims("repository_owner_id", 1001))) {
            assertThat(scene.mint(claims).status()).isEqualTo(500);
        }
    }

    @Test
    void aMissingOwnerIdIsAMissingClaim() {
        var claims = new HashMap<>(scene.claims());
        claims.put("repository_owner_id", null);

        assertThat(scene.mint(new LinkedHashMap<>(claims)).description())
                .contains("Missing claim 'repository_owner_id'");
    }

    private static void assertRefused(Scene.Reply reply, String code, String description) {
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.description()).isEqualTo(description);
    }
}
