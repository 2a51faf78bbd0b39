package dev.assay.reference.dialect.npm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing, reading, and the pair of messages that misleads everybody. */
class PublishTest {

    private static final String NOTICE = "Access token expired or revoked. Please try logging in again.";

    private final NpmScene npm = NpmScene.of("npm");

    @BeforeEach
    void configure() {
        npm.withPolicy("widget").withPolicy("@octo/gadget");
    }

    @AfterEach
    void close() {
        npm.close();
    }

    @Test
    void aVersionIsPublishedAndReadBack() {
        var artifact = NpmScene.artifact("@octo/gadget", "1.0.0");
        var published = npm.put("@octo%2fgadget", Scene.write(NpmScene.document(artifact)), gadgetToken());

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body()).isEqualTo("{\"success\":true}");
        var packument = npm.scene().get("/@octo%2fgadget").json();
        assertThat(packument.path("dist-tags").toString()).isEqualTo("{\"latest\":\"1.0.0\"}");
        assertThat(packument.path("time").path("1.0.0").asText()).isEqualTo("2026-08-21T12:00:00.000Z");
        var dist = packument.path("versions").path("1.0.0").path("dist");
        assertThat(dist.path("integrity").asText()).isEqualTo("sha512-" + artifact.digestBase64("SHA-512"));
        assertThat(dist.path("shasum").asText()).isEqualTo(artifact.digest("SHA-1"));
        assertThat(dist.path("tarball").asText()).isEqualTo(npm.scene().baseUri() + "/@octo/gadget/-/gadget-1.0.0.tgz");
        var tarball = npm.scene().get("/@octo/gadget/-/gadget-1.0.0.tgz");
        assertThat(tarball.status()).isEqualTo(200);
        assertThat(tarball.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(tarball.header("Content-Length")).isEqualTo(String.valueOf(artifact.content().length));
    }

    private String gadgetToken() {
        return npm.registryToken("@octo%2fgadget");
    }

    @Test
    void whoPublishedIsToldByThePolicy() {
        var policy = npm.trust("GET", "widget", "", npm.scene().session(), "")
                .json()
                .path(0)
                .path("id")
                .asText();
        npm.publish("widget", "1.0.0", npm.registryToken("widget"));

        assertThat(npm.scene().get("/widget/1.0.0").json().path("_npmUser").toString())
                .isEqualTo("{\"name\":\"GitHub Actions\",\"email\":\"npm-oidc-no-reply@github.com\","
                        + "\"trustedPublisher\":{\"id\":\"github\",\"oidcConfigId\":\"oidc:" + policy + "\"}}");
    }

    @Test
    void aTokenPublishesSeveralVersionsOfItsPackageAndNoneTwice() {
        var token = npm.registryToken("widget");

        assertThat(npm.publish("widget", "1.0.0", token).status()).isEqualTo(200);
        assertThat(npm.publish("widget", "1.1.0", token).status()).isEqualTo(200);
        var again = npm.publish("widget", "1.0.0", token);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body())
                .isEqualTo("{\"error\":\"You cannot publish over the previously published versions: 1.0.0.\"}");
    }

    @Test
    void withoutACredentialItIsUnauthorized() {
        var reply = npm.send("PUT", "/widget", Map.of(), "{}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"error\":\"Missing \\\"Bearer\\\" header.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"XXXXX-XXXXX-XXXXX-XXXXX", "${NODE_AUTH_TOKEN}", "npm_000000000000000000000000000000000000"})
    void aCredentialThatNobodyKnowsIsToldAsAMissingPackage(String credential) {
        assertMasked(npm.publish("widget", "1.0.0", credential));
    }

    @Test
    void anIdTokenIsToldAsAMissingPackage() {
        assertMasked(npm.publish("widget", "1.0.0", npm.scene().sign(npm.claims())));
    }

    @Test
    void anotherPackagesTokenIsToldAsAMissingPackage() {
        assertMasked(npm.publish("widget", "1.0.0", gadgetToken()));
    }

    @Test
    void anExpiredTokenIsToldAsAMissingPackage() {
        var token = npm.registryToken("widget");
        npm.scene().advance(3600);

        assertMasked(npm.publish("widget", "1.0.0", token));
    }

    private static void assertMasked(Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"error\":\"Not found\"}");
        assertThat(reply.header("npm-notice")).isEqualTo(NOTICE);
    }

    @Test
    void aPolicyThatAllowsStagingOnlyExchangesAndDoesNotPublish() {
        npm.scene().withPackage("staged");
        npm.trust("staged", NpmScene.configuration("createStagedPackage"));
        var reply = npm.publish("staged", "1.0.0", npm.registryToken("staged"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEqualTo("{\"error\":\"OIDC permission denied for this action\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/versions/1.0.0/dist/shasum", "/versions/1.0.0/dist/integrity"})
    void aDigestThatIsNotTheTarballsIsRefused(String member) throws Exception {
        var document = (ObjectNode)
                new ObjectMapper().readTree(Scene.write(NpmScene.document(NpmScene.artifact("widget", "1.0.0"))));
        var cut = member.lastIndexOf('/');
        ((ObjectNode) document.at(member.substring(0, cut))).put(member.substring(cut + 1), "other");

        assertThat(npm.put("widget", document.toString(), npm.registryToken("widget"))
                        .status())
                .isEqualTo(400);
        assertThat(npm.scene().get("/widget").status()).isEqualTo(404);
    }

    @Test
    void aTarballOfAnotherPackageIsRefused() {
        var document = Scene.write(NpmScene.document(NpmScene.artifact("gadget", "1.0.0")))
                .replace("\"gadget\"", "\"widget\"");

        assertThat(npm.put("widget", document, npm.registryToken("widget")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"name\":\"widget\",\"versions\":{}}"})
    void anIncompleteDocumentIsRefused(String document) {
        var reply = npm.put("widget", document, npm.registryToken("widget"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"error\":\"Bad Request - Missing required fields: name, version, _attachments\"}");
    }

    @Test
    void theSwitchShutsLongLivedTokensOutAndLeavesTrustedPublishingAlone() {
        var token = npm.scene()
                .administer("POST", "/api-tokens", npm.scene().session(), "{\"package\":\"widget\"}")
                .json()
                .path("token")
                .asText();
        assertThat(npm.publish("widget", "1.0.0", token).status()).isEqualTo(200);

        var switched = npm.send(
                "POST",
                "/-/package/widget/access",
                NpmScene.bearer(npm.scene().session()),
                "{\"publish_requires_tfa\":true,\"automation_token_overrides_tfa\":false}");

        assertThat(switched.status()).isEqualTo(200);
        var refused = npm.publish("widget", "1.1.0", token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("error").asText()).contains("Two-factor authentication is required");
        assertThat(npm.publish("widget", "1.1.0", npm.registryToken("widget")).status())
                .isEqualTo(200);
    }

    @Test
    void aStrictRegistryNamesWhatIsWrongWithAToken() {
        try (var strict = NpmScene.of("npm-strict")) {
            strict.withPolicy("widget").withPolicy("gadget");
            var token = strict.registryToken("widget");
            var unknown = strict.publish("widget", "1.0.0", "npm_000000000000000000000000000000000000");
            var foreign = strict.publish("gadget", "1.0.0", token);
            strict.scene().advance(900);
            var expired = strict.publish("widget", "1.0.0", token);
            var idToken = strict.publish("widget", "1.0.0", strict.scene().sign(strict.claims()));

            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.json().path("code").asText()).isEqualTo("unknown-token");
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.json().path("code").asText()).isEqualTo("wrong-package");
            assertThat(expired.status()).isEqualTo(401);
            assertThat(expired.json().path("code").asText()).isEqualTo("token-expired");
            assertThat(idToken.json().path("code").asText()).isEqualTo("id-token-presented");
        }
    }
}
