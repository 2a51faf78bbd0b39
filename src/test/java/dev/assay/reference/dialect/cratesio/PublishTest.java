package dev.assay.reference.dialect.cratesio;

import static dev.assay.reference.dialect.cratesio.CratesScene.TOKENS;
import static dev.assay.reference.dialect.cratesio.CratesScene.archive;
import static dev.assay.reference.dialect.cratesio.CratesScene.crate;
import static dev.assay.reference.dialect.cratesio.CratesScene.error;
import static dev.assay.reference.dialect.cratesio.CratesScene.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import dev.assay.reference.core.registry.FileContent;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads, what readers see of them, and the end of a token. */
class PublishTest {

    private static final String UNKNOWN = "cio_tp_0000000000000000000000000000000w";

    private final CratesScene crates = CratesScene.start();

    @BeforeEach
    void configure() {
        crates.withPolicy("wid-get");
    }

    @AfterEach
    void close() {
        crates.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "beaReR     "})
    void aTokenPublishesWithAndWithoutItsScheme(String scheme) {
        var reply = crates.publish(scheme + crates.token(), "wid-get", "1.1.0");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("crate").path("name").asText()).isEqualTo("wid-get");
        assertThat(reply.json().path("crate").path("max_version").asText()).isEqualTo("1.1.0");
        assertThat(reply.json().path("warnings").toString())
                .isEqualTo("{\"invalid_categories\":[],\"invalid_badges\":[],\"other\":[]}");
    }

    @Test
    void readersSeeTheVersionItsDigestAndWhoPublishedIt() {
        crates.publish(crates.token(), "wid-get", "1.1.0");
        var version = crates.get("/api/v1/crates/WID_get/1.1.0").json().path("version");

        assertThat(version.path("num").asText()).isEqualTo("1.1.0");
        assertThat(version.path("checksum").asText())
                .isEqualTo(new FileContent(crate("wid-get", "1.1.0")).digest("SHA-256"));
        assertThat(version.path("trustpub_data").toString())
                .isEqualTo("{\"provider\":\"github\",\"repository\":\"octo/widget\",\"run_id\":\"77\","
                        + "\"sha\":\"0123456789012345678901234567890123456789\"}");
        assertThat(version.path("published_by").isNull()).isTrue();
        assertThat(version.path("audit_actions")).isEmpty();
        assertThat(version.path("dl_path").asText()).isEqualTo("/api/v1/crates/wid-get/1.1.0/download");
    }

    @Test
    void theArchiveIsOneRedirectAway() {
        crates.publish(crates.token(), "wid-get", "1.1.0");
        var address = crates.scene().baseUri() + "/crates/wid-get/wid-get-1.1.0.crate";

        var redirect = crates.get("/api/v1/crates/wid-get/1.1.0/download");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).isEqualTo(address);
        assertThat(crates.get("/api/v1/crates/wid-get/1.1.0/download", Map.of("Accept", "application/json"))
                        .body())
                .isEqualTo("{\"url\":\"" + address + "\"}");
        assertThat(crates.get("/crates/wid-get/wid-get-1.1.0.crate").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertRefused(crates.get("/api/v1/crates/nothing/1.0.0"), 404, "crate `nothing` does not exist");
        assertRefused(
                crates.get("/api/v1/crates/wid-get/9.9.9"), 404, "crate `wid-get` does not have a version `9.9.9`");
    }

    @Test
    void theIndexHasALineForEveryVersion() {
        assertThat(crates.get("/index/config.json").body())
                .isEqualTo("{\"dl\":\"%1$s/api/v1/crates\",\"api\":\"%1$s\"}"
                        .formatted(crates.scene().baseUri()));
        assertThat(crates.get("/index/wi/d-/wid-get").status()).isEqualTo(404);
        crates.publish(crates.token(), "wid-get", "1.1.0");

        var lines = crates.get("/index/wi/d-/wid-get");
        assertThat(lines.body())
                .isEqualTo("{\"name\":\"wid-get\",\"vers\":\"1.1.0\",\"deps\":[],\"cksum\":\"%s\",\"features\":{},"
                                .formatted(new FileContent(crate("wid-get", "1.1.0")).digest("SHA-256"))
                        + "\"yanked\":false,\"pubtime\":\"2026-08-21T12:00:00Z\"}\n");
        assertThat(lines.header("Last-Modified")).isEqualTo("Fri, 21 Aug 2026 12:00:00 GMT");
        assertThat(crates.get("/index/wi/d-/wid-get", Map.of("If-None-Match", lines.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(crates.get("/index/wi/d_/wid_get").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"a,1/a", "ab,2/ab", "ABC,3/a/abc", "Serde_Json,se/rd/serde_json"})
    void theIndexSortsCratesByTheirFirstLetters(String crate, String path) {
        assertThat(SparseIndex.path(crate)).isEqualTo(path);
    }

    @Test
    void dependenciesAndFeaturesComeFromTheManifest() {
        var manifest = """
                [package]
                name = "wid-get"
                version = "2.0.0"
                description = "d"
                license-file = "LICENSE"
                rust-version = "1.70"

                [features]
                default = ["std"]
                std = []
                json = ["dep:serde"]

                [dependencies]
                log = "0.4"

                [dependencies.serde]
                version = ">=1.0, <2"
                features = ["derive"]
                optional = true
                default-features = false

                [target.'cfg(unix)'.build-dependencies]
                c = { version = "=1.0.0", package = "cc" }
                """;
        var body = upload("{\"name\":\"wid-get\",\"vers\":\"2.0.0\"}", archive("wid-get-2.0.0/Cargo.toml", manifest));
        assertThat(crates.publish(crates.token(), body).status()).isEqualTo(200);

        assertThat(crates.get("/index/wi/d-/wid-get").body())
                .contains("\"deps\":[{\"name\":\"log\",\"req\":\"^0.4\",\"features\":[],\"optional\":false,"
                        + "\"default_features\":true,\"target\":null,\"kind\":\"normal\"},"
                        + "{\"name\":\"serde\",\"req\":\">=1.0, <2\",\"features\":[\"derive\"],\"optional\":true,"
                        + "\"default_features\":false,\"target\":null,\"kind\":\"normal\"},"
                        + "{\"name\":\"c\",\"req\":\"=1.0.0\",\"features\":[],\"optional\":false,"
                        + "\"default_features\":true,\"target\":\"cfg(unix)\",\"kind\":\"build\",\"package\":\"cc\"}]")
                .contains("\"features\":{\"default\":[\"std\"],\"std\":[]},\"features2\":{\"json\":[\"dep:serde\"]},")
                .contains("\"rust_version\":\"1.70\"")
                .contains("\"v\":2}");
    }

    @Test
    void theFramesAreLookedAtBeforeTheCredential() {
        assertRefused(crates.publish("", new byte[3]), 400, "invalid metadata length");
        assertRefused(
                crates.publish("", new byte[] {9, 0, 0, 0, 1}),
                400,
                "invalid metadata length for remaining payload: 9");
        assertRefused(crates.publish("", new byte[] {0, 0, 32, 0, 1}), 413, "JSON metadata blob too large");
        assertThat(crates.publish("", upload("{", new byte[0])).body()).contains("invalid upload request: ");
        assertRefused(
                crates.publish("", upload("{\"name\":\"wid-get\",\"vers\":\"1\"}", new byte[0])),
                400,
                "\"1\" is an invalid semver version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|403|this action requires authentication",
                "cio_tp_00000000000000000000000000000000|401|Invalid `Authorization` header: Failed to parse token",
                UNKNOWN + "|403|Invalid authentication token",
                "cioxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|403|authentication failed"
            })
    void aCredentialThatIsNoneIsRefused(String credential, int status, String detail) {
        assertRefused(crates.publish(credential, "wid-get", "1.0.0"), status, detail);
    }

    @Test
    void anIdTokenIsNoCredential() {
        var reply = crates.publish(crates.scene().sign(crates.claims()), "wid-get", "1.0.0");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("The given API token does not match the format used by crates.io.");
    }

    @Test
    void nobodyCreatesACrateThroughTrustedPublishing() {
        for (var token : java.util.List.of(crates.token(), UNKNOWN)) {
            assertRefused(
                    crates.publish(token, "brand-new", "1.0.0"),
                    403,
                    "Trusted Publishing tokens do not support creating new crates. Publish the crate manually, first");
        }
    }

    @Test
    void aTokenWorksForItsCratesAndItsTime() {
        crates.scene().withPackage("other");
        var token = crates.token();

        assertRefused(
                crates.publish(token, "other", "1.0.0"),
                403,
                "The provided access token is not valid for crate `other`");
        crates.scene().advance(1799);
        assertThat(crates.publish(token, "wid-get", "1.0.0").status()).isEqualTo(200);
        crates.scene().advance(1);
        assertRefused(crates.publish(token, "wid-get", "1.0.1"), 403, "Invalid authentication token");
    }

    @Test
    void aVersionIsThereForGood() {
        var token = crates.token();
        crates.publish(token, "wid-get", "1.0.0");

        for (var version : java.util.List.of("1.0.0", "1.0.0+build")) {
            assertRefused(
                    crates.publish(token, "wid-get", version),
                    400,
                    "crate version `" + version + "` is already uploaded");
        }
    }

    @Test
    void theArchiveHasToAgreeWithTheMetadata() {
        var token = crates.token();
        var metadata = "{\"name\":\"wid-get\",\"vers\":\"1.0.0\"}";

        assertRefused(
                crates.publish(token, upload(metadata, crate("wid-get", "1.0.1"))),
                400,
                "invalid path found: wid-get-1.0.1/Cargo.toml");
        assertRefused(
                crates.publish(token, upload(metadata, new byte[] {1})),
                400,
                "uploaded tarball is malformed or too large when decompressed");
        assertRefused(
                crates.publish(
                        token,
                        upload(
                                metadata,
                                archive("wid-get-1.0.0/Cargo.toml", "[package]\nname=\"x\"\nversion=\"1.0.0\""))),
                400,
                "metadata name `wid-get` does not match manifest name `x`");
        assertThat(crates.publish(
                                token,
                                upload(
                                        metadata,
                                        archive(
                                                "wid-get-1.0.0/Cargo.toml",
                                                "[package]\nname=\"wid-get\"\nversion=\"1.0.0\"")))
                        .body())
                .contains("missing or empty metadata fields: description, license. Please see ");
        assertRefused(crates.publish(token, "wid_get", "1.0.0"), 400, "crate was previously named `wid-get`");
    }

    @Test
    void aTokenThatIsHandedBackIsDead() {
        var token = crates.token();
        var other = crates.token();

        for (int i = 0; i < 2; i++) {
            var reply = crates.send("DELETE", TOKENS, "", Map.of("Authorization", "Bearer " + token));
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.body()).isEmpty();
        }

        assertRefused(crates.publish(token, "wid-get", "1.0.0"), 403, "Invalid authentication token");
        assertThat(crates.publish(other, "wid-get", "1.0.0").status()).isEqualTo(200);
        assertThat(crates.send("DELETE", TOKENS, "", Map.of("Authorization", UNKNOWN))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Missing `Authorization` header",
                "Basic x|Invalid `Authorization` header: Found unexpected authentication scheme `Basic`",
                "Bearer x|Invalid `Authorization` header: Failed to parse token"
            })
    void whatCannotBeHandedBackIsSaid(String header, String detail) {
        var headers = header.isEmpty() ? Map.<String, String>of() : Map.of("Authorization", header);

        assertRefused(crates.send("DELETE", TOKENS, "", headers), 401, detail);
    }

    private static void assertRefused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(error(detail));
    }
}
