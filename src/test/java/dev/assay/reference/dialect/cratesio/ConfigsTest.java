package dev.assay.reference.dialect.cratesio;

import static dev.assay.reference.dialect.cratesio.CratesScene.GITHUB;
import static dev.assay.reference.dialect.cratesio.CratesScene.GITLAB;
import static dev.assay.reference.dialect.cratesio.CratesScene.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interface for policies. */
class ConfigsTest {

    private static final String BODY = "{\"github_config\":{\"crate\":\"%s\",\"repository_owner\":\"%s\","
            + "\"repository_name\":\"%s\",\"workflow_filename\":\"%s\",\"environment\":%s}}";
    private static final String SOUND = BODY.formatted("widget", "Octo", "widget", "release.yml", "null");

    private final CratesScene crates = CratesScene.start();

    @BeforeEach
    void configure() {
        crates.scene().withPackage("widget");
    }

    @AfterEach
    void close() {
        crates.close();
    }

    @Test
    void aPolicyIsAnsweredWithTheOwnersIdAndSpelling() {
        crates.scene().forge().owner("octo", 1001);

        var reply = crates.asAlice("POST", GITHUB, SOUND);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"github_config\":{\"id\":1,\"crate\":\"widget\",\"repository_owner\":\"octo\","
                        + "\"repository_owner_id\":1001,\"repository_name\":\"widget\","
                        + "\"workflow_filename\":\"release.yml\",\"environment\":null,"
                        + "\"created_at\":\"2026-08-21T12:00:00.000000Z\"}}");
        assertThat(crates.exchange(crates.claims()).status()).isEqualTo(200);
    }

    @Test
    void aPolicyOfGitLabHasNoIdUntilItIsUsed() {
        var reply = crates.asAlice(
                "POST",
                GITLAB,
                "{\"gitlab_config\":{\"crate\":\"widget\",\"namespace\":\"my-group\",\"project\":\"my-project\","
                        + "\"workflow_filepath\":\".gitlab-ci.yml\",\"environment\":\"prod\"}}");

        assertThat(reply.body())
                .isEqualTo("{\"gitlab_config\":{\"id\":1,\"crate\":\"widget\",\"namespace\":\"my-group\","
                        + "\"namespace_id\":null,\"project\":\"my-project\",\"workflow_filepath\":\".gitlab-ci.yml\","
                        + "\"environment\":\"prod\",\"created_at\":\"2026-08-21T12:00:00.000000Z\"}}");
        var claims = crates.gitLabClaims();
        claims.put("environment", "Prod");
        assertThat(crates.exchange(claims).status()).isEqualTo(200);
        assertThat(crates.asAlice("GET", GITLAB + "?crate=widget", "").body()).contains("\"namespace_id\":\"72\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|widget|release.yml|null|GitHub repository owner name may not be empty",
                "octo@|widget|release.yml|null|Invalid GitHub repository owner name",
                "octo|''|release.yml|null|GitHub repository name may not be empty",
                "octo|a/b|release.yml|null|Invalid GitHub repository name",
                "octo|widget|''|null|Workflow filename may not be empty",
                "octo|widget|release.txt|null|Workflow filename must end with `.yml` or `.yaml`",
                "octo|widget|a/release.yml|null|Workflow filename must be a filename only, without directories",
                "octo|widget|release.yml|\"\"|Environment name may not be empty (use `null` to omit)",
                "octo|widget|release.yml|\" a\"|Environment name may not start with whitespace",
                "octo|widget|release.yml|\"a \"|Environment name may not end with whitespace"
            })
    void fieldsAreLookedAtBeforeTheCaller(
            String owner, String repository, String workflow, String environment, String detail) {
        var body = BODY.formatted("nowhere", owner, repository, workflow, environment);

        assertRefused(crates.post(GITHUB, body, Map.of()), 400, detail);
    }

    @Test
    void everyFieldHasAnEnd() {
        var body = BODY.formatted("widget", "o".repeat(256), "widget", "release.yml", "null");

        assertRefused(
                crates.post(GITHUB, body, Map.of()),
                400,
                "GitHub repository owner name is too long (maximum is 255 characters)");
    }

    @Test
    void aBodyThatIsNoPolicyIsRefusedByTheFramework() {
        assertThat(crates.post(GITHUB, "", Map.of()).status()).isEqualTo(415);
        assertRefused(
                crates.post(GITHUB, "{}", Map.of()),
                422,
                "Failed to deserialize the JSON body into the target type: missing field `github_config` at line 1"
                        + " column 2");
    }

    @Test
    void whoeverIsNotKnownIsRefused() {
        assertRefused(crates.post(GITHUB, SOUND, Map.of()), 403, "this action requires authentication");
        assertThat(crates.post(GITHUB, SOUND, Map.of("Authorization", "secret")).body())
                .contains("The given API token does not match the format used by crates.io.");
        assertThat(crates.post(GITHUB, SOUND, Map.of("Authorization", "secret")).status())
                .isEqualTo(401);
        assertRefused(
                crates.post(GITHUB, SOUND, Map.of("Authorization", "cio" + "x".repeat(32))),
                403,
                "authentication failed");
    }

    @Test
    void aRegistryTokenIsNotKnownHere() {
        crates.scene().policy("widget", crates.scene().policy());

        assertRefused(
                crates.post(GITHUB, SOUND, Map.of("Authorization", "Bearer " + crates.token())),
                403,
                "authentication failed");
    }

    @Test
    void onlyOwnersOfACrateThatExistsMayConfigureIt() {
        var stranger = Map.of("Cookie", "a=b; cargo_session=" + crates.scene().session("mallory"));

        assertRefused(crates.post(GITHUB, SOUND, stranger), 400, "You are not an owner of this crate");
        assertRefused(
                crates.asAlice("POST", GITHUB, BODY.formatted("nowhere", "octo", "widget", "release.yml", "null")),
                404,
                "crate `nowhere` does not exist");
    }

    @Test
    void theOwnerHasToExistAndTheRepositoryHasNot() {
        assertRefused(
                crates.asAlice("POST", GITHUB, BODY.formatted("widget", "nobody", "widget", "release.yml", "null")),
                400,
                "Unknown GitHub user or organization");
        assertThat(crates.asAlice("POST", GITHUB, BODY.formatted("widget", "octo", "nothing", "release.yml", "null"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSixthPolicyIsOneTooMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(crates.asAlice("POST", GITHUB, SOUND).status()).isEqualTo(200);
        }

        assertRefused(
                crates.asAlice("POST", GITHUB, SOUND),
                409,
                "This crate already has the maximum number of GitHub Trusted Publishing configurations (5)");
    }

    @Test
    void policiesAreListedPageByPage() {
        for (int i = 0; i < 3; i++) {
            crates.asAlice("POST", GITHUB, SOUND);
        }

        var first = crates.asAlice("GET", GITHUB + "?crate=widget&per_page=2", "");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.json().path("github_configs")).hasSize(2);
        assertThat(first.json().path("meta").toString())
                .isEqualTo("{\"total\":3,\"next_page\":\"?crate=widget&per_page=2&seek=Mg\"}");
        var second = crates.asAlice(
                "GET", GITHUB + first.json().path("meta").path("next_page").asText(), "");
        assertThat(second.json().path("github_configs").path(0).path("id").asInt())
                .isEqualTo(3);
        assertThat(second.json().path("meta").path("next_page").isNull()).isTrue();
    }

    @Test
    void aListIsOfACrateOrOfAUser() {
        assertRefused(
                crates.asAlice("GET", GITHUB, ""), 400, "Must specify either `crate` or `user_id` query parameter");
        assertRefused(
                crates.asAlice("GET", GITHUB + "?crate=widget&user_id=1", ""),
                400,
                "Cannot specify both `crate` and `user_id` query parameters");
        assertRefused(
                crates.asAlice("GET", GITHUB + "?user_id=4711", ""),
                403,
                "this action requires authentication as the specified user");
        assertThat(crates.asAlice("GET", GITHUB + "?crate=widget&page=1", "").status())
                .isEqualTo(400);
    }

    @Test
    void aPolicyIsDeletedByItsNumber() {
        crates.asAlice("POST", GITHUB, SOUND);

        assertRefused(crates.send("DELETE", GITHUB + "/7", "", Map.of()), 404, "Not Found");
        assertRefused(crates.send("DELETE", GITHUB + "/1", "", Map.of()), 403, "this action requires authentication");
        assertRefused(
                crates.send(
                        "DELETE",
                        GITHUB + "/1",
                        "",
                        Map.of("Cookie", "cargo_session=" + crates.scene().session("mallory"))),
                400,
                "You are not an owner of this crate");
        var deleted = crates.asAlice("DELETE", GITHUB + "/1", "");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(crates.asAlice("DELETE", GITHUB + "/1", "").status()).isEqualTo(404);
        assertThat(crates.exchange(crates.claims()).status()).isEqualTo(400);
    }

    @Test
    void anApiTokenMayDoWhatItsScopesSay() {
        var forPolicies = apiToken("[\"wid*\"]", "[\"trusted-publishing\"]");
        var forUploads = apiToken("[\"widget\"]", "[\"publish-update\"]");
        var forOthers = apiToken("[\"other\"]", "[\"trusted-publishing\"]");

        assertThat(crates.post(GITHUB, SOUND, Map.of("Authorization", forPolicies))
                        .status())
                .isEqualTo(200);
        for (var token : java.util.List.of(forUploads, forOthers)) {
            assertRefused(
                    crates.post(GITHUB, SOUND, Map.of("Authorization", "Bearer " + token)),
                    403,
                    "this token does not have the required permissions to perform this action");
        }
    }

    @Test
    void onlyASessionMakesApiTokens() {
        var body = "{\"api_token\":{\"name\":\"t\",\"crate_scopes\":null,\"endpoint_scopes\":[\"yank\"]}}";
        var token = apiToken("null", "[\"trusted-publishing\"]");
        assertThat(token).matches("cio[A-Za-z0-9]{32}");

        assertRefused(
                crates.send("PUT", "/api/v1/me/tokens", body, Map.of("Authorization", token)),
                403,
                "this action can only be performed on the crates.io website");
    }

    @Test
    void theSwitchForTrustedPublishingOnlyWantsAnOwnerAndAScope() {
        var on = "{\"crate\":{\"trustpub_only\":true}}";
        var legacy = crates.scene()
                .administer("POST", "/api-tokens", crates.scene().session(), "{\"package\":\"widget\"}")
                .json()
                .path("token")
                .asText();

        assertRefused(
                crates.send("PATCH", "/api/v1/crates/widget", on, Map.of("Authorization", legacy)),
                403,
                "This endpoint cannot be used with legacy API tokens. Use a scoped API token instead.");
        assertRefused(
                crates.send(
                        "PATCH",
                        "/api/v1/crates/widget",
                        on,
                        Map.of("Cookie", "cargo_session=" + crates.scene().session("mallory"))),
                403,
                "only owners have permission to modify crate settings");
        var scoped = apiToken("[\"widget\"]", "[\"trusted-publishing\"]");
        assertThat(crates.send("PATCH", "/api/v1/crates/widget", on, Map.of("Authorization", scoped))
                        .json()
                        .path("crate")
                        .path("trustpub_only")
                        .asBoolean())
                .isTrue();
        assertRefused(
                crates.publish(legacy, "widget", "1.0.0"),
                403,
                "New versions of this crate can only be published using Trusted Publishing (see "
                        + crates.scene().baseUri() + "/docs/trusted-publishing).");
    }

    private String apiToken(String crateScopes, String endpointScopes) {
        var body = "{\"api_token\":{\"name\":\"t\",\"crate_scopes\":%s,\"endpoint_scopes\":%s,\"expired_at\":null}}"
                .formatted(crateScopes, endpointScopes);
        return crates.asAlice("PUT", "/api/v1/me/tokens", body)
                .json()
                .path("api_token")
                .path("token")
                .asText();
    }

    private static void assertRefused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(error(detail));
    }
}
