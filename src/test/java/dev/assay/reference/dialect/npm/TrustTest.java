package dev.assay.reference.dialect.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trust API and the dance around its second factor. */
class TrustTest {

    private final NpmScene npm = NpmScene.of("npm");

    @AfterEach
    void close() {
        npm.close();
    }

    @Test
    void withoutAPasswordTheClientIsSentToABrowser() {
        npm.scene().withPackage("widget");
        var session = npm.scene().session();

        var challenge = npm.send("POST", "/-/package/widget/trust", NpmScene.web(session), "[]");

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.header("www-authenticate")).isEqualTo("OTP");
        var base = npm.scene().baseUri().toString();
        assertThat(challenge.json().path("authUrl").asText()).matches(base + "/auth/cli/[0-9a-f-]{36}");
        assertThat(challenge.json().path("doneUrl").asText()).matches(base + "/-/v1/done\\?authId=[0-9a-f-]{36}");
    }

    @Test
    void theClientPollsUntilTheHolderHasConfirmed() {
        npm.scene().withPackage("widget");
        var web = NpmScene.web(npm.scene().session());
        var challenge = npm.send("GET", "/-/package/widget/trust", web, "").json();
        var done = URI.create(challenge.path("doneUrl").asText());
        var poll = done.getPath() + "?" + done.getQuery();

        var before = npm.send("GET", poll, web, "");
        var confirmed =
                npm.scene().get(URI.create(challenge.path("authUrl").asText()).getPath());
        var after = npm.send("GET", poll, web, "");

        assertThat(before.status()).isEqualTo(202);
        assertThat(before.header("retry-after")).isEqualTo("1");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).matches("\\{\"token\":\"[0-9a-f]{32}\"}");
    }

    @Test
    void somebodyElsesPasswordIsWorthless() {
        npm.scene().withPackage("widget");
        var stranger = npm.withPassword(npm.scene().session("mallory")).get("npm-otp");
        var headers = new java.util.HashMap<>(NpmScene.web(npm.scene().session()));
        headers.put("npm-otp", stranger);

        assertThat(npm.send("GET", "/-/package/widget/trust", headers, "").header("www-authenticate"))
                .isEqualTo("OTP");
    }

    @Test
    void aPasswordIsGoodForFiveMinutes() {
        npm.scene().withPackage("widget");
        var headers = npm.withPassword(npm.scene().session());

        assertThat(npm.send("GET", "/-/package/widget/trust", headers, "").status())
                .isEqualTo(200);
        npm.scene().advance(300);
        assertThat(npm.send("GET", "/-/package/widget/trust", headers, "").status())
                .isEqualTo(401);
    }

    @Test
    void withoutTheHeadersOfTheWebFlowANoticeSaysWhereToGo() {
        npm.scene().withPackage("widget");

        var reply = npm.send(
                "GET", "/-/package/widget/trust", NpmScene.bearer(npm.scene().session()), "");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("npm-notice"))
                .matches("Open .*/login/[0-9a-f-]{36} to use your security key for authentication");
    }

    @Test
    void aPolicyIsMadeListedAndRemoved() {
        npm.scene().withPackage("widget");
        var session = npm.scene().session();
        var body = "[{\"type\":\"github\",\"claims\":{\"repository\":\"octo-org/octo-repo\","
                + "\"workflow_ref\":{\"file\":\"publish.yml\"},\"environment\":\"prod\"},"
                + "\"permissions\":[\"createPackage\"]}]";

        var made = npm.trust("POST", "widget", "", session, body);
        var listed = npm.trust("GET", "widget", "", session, "");
        var id = made.json().path(0).path("id").asText();
        var removed = npm.trust("DELETE", "widget", "/" + id, session, "");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).isEqualTo(body.replace("[{\"type\"", "[{\"id\":\"" + id + "\",\"type\""));
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.body()).isEqualTo(made.body());
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(npm.trust("GET", "widget", "", session, "").body()).isEqualTo("[]");
    }

    @Test
    void aGitLabPolicyMayNameSubgroups() {
        npm.scene().withPackage("widget");
        var body = "[{\"type\":\"gitlab\",\"claims\":{\"project_path\":\"group/sub/proj\","
                + "\"ci_config_ref_uri\":{\"file\":\".gitlab-ci.yml\"},\"environment\":\"production\"},"
                + "\"permissions\":[\"createStagedPackage\"]}]";

        var made = npm.trust("POST", "widget", "", npm.scene().session(), body);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path(0).path("claims").path("project_path").asText())
                .isEqualTo("group/sub/proj");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "no JSON",
                "[{\"type\":\"bitbucket\",\"claims\":{\"repository\":\"o/r\"},\"permissions\":[\"createPackage\"]}]",
                "[{\"type\":\"github\",\"claims\":{},\"permissions\":[\"createPackage\"]}]",
                "[{\"type\":\"github\",\"claims\":{\"repository\":\"o/r\"},\"permissions\":[]}]",
                "[{\"type\":\"github\",\"claims\":{\"repository\":\"o/r\"},\"permissions\":[\"everything\"]}]",
                "[{\"type\":\"github\",\"claims\":{\"repository\":\"o/r\",\"ref\":\"x\"},\"permissions\":[\"createPackage\"]}]"
            })
    void nonsenseIsAnInvalidConfiguration(String body) {
        npm.scene().withPackage("widget");
        var reply = npm.trust("POST", "widget", "", npm.scene().session(), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Invalid trusted publisher configuration\"}");
    }

    @Test
    void nobodyLooksWhetherARepositoryExists() {
        npm.scene().withPackage("widget");
        var claims = Map.of("repository", "no-such-owner/no-such-repository", "workflow_ref", Map.of("file", "a.yml"));
        var configuration =
                Map.<String, Object>of("type", "github", "claims", claims, "permissions", List.of("createPackage"));

        assertThat(npm.trust("widget", configuration).status()).isEqualTo(200);
    }

    @Test
    void aPackageHasAtMostTenPolicies() {
        npm.scene().withPackage("widget");
        var statuses = new ArrayList<Integer>();
        for (var number = 0; number < 11; number++) {
            var file = Map.of("file", "release%d.yml".formatted(number));
            var claims = Map.of("repository", "octo/widget", "workflow_ref", file);
            statuses.add(npm.trust(
                            "widget",
                            Map.of("type", "github", "claims", claims, "permissions", List.of("createPackage")))
                    .status());
        }

        assertThat(statuses.subList(0, 10)).containsOnly(200);
        assertThat(statuses.get(10)).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,widget,/no-uuid,400,Invalid trusted publisher config id format",
        "DELETE,widget,/11111111-1111-4111-8111-111111111111,404,"
                + "Trusted publisher configuration not found for the package",
        "GET,missing,,404,Package not found",
        "DELETE,missing,/11111111-1111-4111-8111-111111111111,404,Package not found"
    })
    void mistakesAreTold(String method, String name, String rest, int status, String message) {
        npm.scene().withPackage("widget");
        var reply =
                npm.trust(method, name, rest == null ? "" : rest, npm.scene().session(), "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Scene.write(Map.of("message", message)));
    }

    @Test
    void strangersHaveNoRights() {
        npm.scene().withPackage("widget");
        var mallory = npm.scene().session("mallory");

        assertThat(npm.trust("GET", "widget", "", mallory, "")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Insufficient permissions to access trusted publisher configurations for this package");
        assertThat(npm.trust("DELETE", "widget", "/11111111-1111-4111-8111-111111111111", mallory, "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void neitherTokenManagesPolicies() {
        npm.withPolicy("widget");
        var exchanged = NpmScene.web(npm.registryToken("widget"));
        var longLived = npm.scene()
                .administer("POST", "/api-tokens", npm.scene().session(), "{\"package\":\"widget\"}")
                .json()
                .path("token")
                .asText();

        assertThat(npm.send("GET", "/-/package/widget/trust", exchanged, "").body())
                .isEqualTo("{\"message\":\"Unauthorized\"}");
        var bypass = npm.send("GET", "/-/package/widget/trust", NpmScene.web(longLived), "");
        assertThat(bypass.status()).isEqualTo(403);
        assertThat(bypass.json().path("error").asText())
                .startsWith(
                        "Granular access tokens that bypass two-factor authentication may not perform this action.");
        assertThat(npm.send("GET", "/-/package/widget/trust", Map.of(), "").status())
                .isEqualTo(401);
    }

    @Test
    void anExchangedTokenHasNoName() {
        npm.withPolicy("widget");

        assertThat(npm.send("GET", "/-/whoami", NpmScene.bearer(npm.scene().session()), "")
                        .body())
                .isEqualTo("{\"username\":\"alice\"}");
        assertThat(npm.send("GET", "/-/whoami", NpmScene.bearer(npm.registryToken("widget")), "")
                        .status())
                .isEqualTo(401);
    }
}
