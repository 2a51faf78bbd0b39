package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * cargo publishes to the embedded registry as a workflow does that uses rust-lang/crates-io-auth-action: the action asks
 * the identity provider for an ID token and the registry for a token, cargo gets that, and at the end it is handed back.
 */
class CargoPublishIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENS = "/api/v1/trusted_publishing/tokens";
    private static final String CONFIGS = "/api/v1/trusted_publishing/github_configs";

    @TempDir
    Path folder;

    private Cargo cargo;

    @BeforeEach
    void findCargo() throws Exception {
        cargo = new Cargo(folder);
    }

    @Test
    void publishesWithTheTokenOfTheJobAndOthersUseTheCrate() throws Exception {
        cargo.withLibrary("assay-hello", "0.1.0").withLibrary("assay-guest", "0.1.0");
        try (var registry = ServedRegistry.start(folder, "crates-io", "assay-hello")) {
            cargo.knowing(registry);
            var token = exchanged(registry);

            var published = cargo.run("assay-hello", token, "publish", "--registry", "assay");
            assertSucceeded(published, registry);
            assertThat(published.output()).contains("Published assay-hello v0.1.0 at registry `assay`");
            var version = Https.trusting(registry.authority())
                    .get(registry.at("/api/v1/crates/assay-hello/0.1.0"))
                    .path("version");
            assertThat(version.path("trustpub_data").path("repository").asText())
                    .isEqualTo("octo-org/octo-repo");

            var added = cargo.run("assay-guest", "", "add", "assay-hello", "--registry", "assay");
            assertSucceeded(added, registry);
            assertThat(added.output()).contains("Adding assay-hello v0.1.0 to dependencies");
            var fetched = cargo.run("assay-guest", "", "fetch");
            assertSucceeded(fetched, registry);
            assertThat(fetched.output()).contains("Downloaded assay-hello v0.1.0 (registry `assay`)");
            assertThat(folder.resolve("assay-guest/Cargo.lock"))
                    .content()
                    .contains("checksum = \"" + version.path("checksum").asText() + "\"");

            assertThat(handBack(registry, token)).isEqualTo(204);
            cargo.withLibrary("assay-hello", "0.2.0");
            var late = cargo.run("assay-hello", token, "publish", "--registry", "assay", "--no-verify");
            assertThat(late.exitCode()).as(() -> explained(late, registry)).isEqualTo(101);
            assertThat(late.output()).contains("(status 403 Forbidden)", "Invalid authentication token");
        }
    }

    @Test
    void isToldThatACrateHasToExist() throws Exception {
        cargo.withLibrary("assay-hello", "0.1.0");
        try (var registry = ServedRegistry.start(folder, "crates-io", "assay-demo")) {
            var published = cargo.knowing(registry)
                    .run("assay-hello", exchanged(registry), "publish", "--registry", "assay", "--no-verify");

            assertThat(published.exitCode())
                    .as(() -> explained(published, registry))
                    .isEqualTo(101);
            assertThat(published.output())
                    .contains("(status 403 Forbidden)")
                    .contains(
                            "Trusted Publishing tokens do not support creating new crates. Publish the crate manually, first");
        }
    }

    @Test
    void policiesAreManagedThroughTheRegistrysOwnInterface() throws Exception {
        try (var registry = ServedRegistry.start(folder, "crates-io", "assay-hello")) {
            var apiToken = Map.of("Authorization", apiToken(registry), "Content-Type", "application/json");
            var listed = request(registry, "GET", CONFIGS + "?crate=assay-hello", apiToken, "");
            var config = JSON.readTree(listed.body()).path("github_configs").path(0);
            assertThat(config.path("repository_owner").asText()).isEqualTo("octo-org");

            var path = CONFIGS + "/" + config.path("id").asInt();
            assertThat(request(registry, "DELETE", path, apiToken, "").statusCode())
                    .isEqualTo(204);
            var refused = exchange(registry);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .isEqualTo("{\"errors\":[{\"detail\":\"No Trusted Publishing config found for repository"
                            + " `octo-org/octo-repo`.\"}]}");

            var body = "{\"github_config\":{\"crate\":\"assay-hello\",\"repository_owner\":\"octo-org\","
                    + "\"repository_name\":\"octo-repo\",\"workflow_filename\":\"release.yml\",\"environment\":null}}";
            assertThat(request(registry, "POST", CONFIGS, apiToken, body).statusCode())
                    .isEqualTo(200);
            assertThat(exchange(registry).statusCode()).isEqualTo(200);
        }
    }

    private static String exchanged(ServedRegistry registry) throws Exception {
        var answer = exchange(registry);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("token").asText();
    }

    /** What the action does: the audience is the registry's address without its scheme. */
    private static HttpResponse<String> exchange(ServedRegistry registry) throws Exception {
        var job = registry.variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        var idToken = Https.trusting(registry.authority())
                .get(
                        URI.create(job + "&audience="
                                + registry.at("").getAuthority().replace(":", "%3A")),
                        registry.variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"))
                .path("value")
                .asText();
        return request(
                registry,
                "POST",
                TOKENS,
                Map.of("Content-Type", "application/json", "User-Agent", "crates-io-auth-action/1.0.1"),
                JSON.writeValueAsString(Map.of("jwt", idToken)));
    }

    private static int handBack(ServedRegistry registry, String token) throws Exception {
        return request(registry, "DELETE", TOKENS, Map.of("Authorization", "Bearer " + token), "")
                .statusCode();
    }

    /** An API token of whoever owns the crates that are served. */
    private static String apiToken(ServedRegistry registry) throws Exception {
        var session = Https.trusting(registry.authority())
                .post(registry.at("/_assay/accounts"), Map.of("name", "maintainer"))
                .path("session")
                .asText();
        var made = request(
                registry,
                "PUT",
                "/api/v1/me/tokens",
                Map.of("Cookie", "cargo_session=" + session, "Content-Type", "application/json"),
                "{\"api_token\":{\"name\":\"policies\",\"endpoint_scopes\":[\"trusted-publishing\"]}}");
        return JSON.readTree(made.body()).path("api_token").path("token").asText();
    }

    private static HttpResponse<String> request(
            ServedRegistry registry, String method, String path, Map<String, String> headers, String body)
            throws Exception {
        return Https.trusting(registry.authority()).request(method, registry.at(path), headers, body);
    }

    private static void assertSucceeded(Ended client, ServedRegistry registry) {
        assertThat(client.exitCode()).as(() -> explained(client, registry)).isZero();
    }

    private static String explained(Ended client, ServedRegistry registry) {
        return "cargo printed:\n" + client.output() + "\n" + registry.output();
    }
}
