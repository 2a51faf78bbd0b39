package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.workload.Repository;
import dev.assay.reference.dialect.pubdev.RawHttp.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies, and the ids they learn (dart-lang/pub-dev app/lib/package/backend.dart, {@code setAutomatedPublishing}). */
class AutomatedPublishingTest {

    private static final String OTHER_IDS = "GitHub repository identifiers changed, disabling automated publishing";

    private final PubDevScene scene = new PubDevScene("pub-dev").withPackage("widget");

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"automated-publishing", "publishing"})
    void theAnswerShowsWhatIsStored(String path) {
        var answer = scene.send(
                "PUT",
                "/api/packages/widget/" + path,
                "Cookie: PUB_SID_INSECURE=%s; PUB_SSID_INSECURE=%s\nx-pub-csrf-token: %s\n"
                        .formatted(scene.alice(), scene.alice(), scene.alice()),
                PubDevScene.ENABLED);

        assertThat(answer.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"github\":{\"isEnabled\":true,\"repository\":\"octo/widget\",\"tagPattern\":\"v{{version}}\","
                                + "\"requireEnvironment\":false,\"isPushEventEnabled\":true,"
                                + "\"isWorkflowDispatchEventEnabled\":false}}");
    }

    @Test
    void whatIsNotMentionedKeepsItsValue() {
        enable();

        assertThat(configure("{\"manual\":{\"isEnabled\":true}}").body())
                .startsWith("{\"github\":{\"isEnabled\":true,")
                .endsWith("},\"manual\":{\"isEnabled\":true}}");
        assertThat(configure("{\"gcp\":{\"isEnabled\":true,\"serviceAccountEmail\":\"ci@x.gserviceaccount.com\"}}")
                        .body())
                .contains("\"gcp\":{\"isEnabled\":true,\"serviceAccountEmail\":\"ci@x.gserviceaccount.com\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "isPushEventEnabled":false                    | At least one of the events (`push` or `workflow_dispatch`) must be enabled.
            "tagPattern":"v1"                             | The `tagPattern` field must contain a single `{{version}}` part.
            "tagPattern":"{{version}}{{version}}"         | The `tagPattern` field must contain a single `{{version}}` part.
            "tagPattern":"v {{version}}"                  | The `tagPattern` field has invalid characters.
            "repository":""                               | The `repository` field must not be empty when enabled.
            "repository":"octo"                           | The `repository` field must follow the `<owner>/<repository>` pattern.
            "repository":"octo/widget/x"                  | The `repository` field must follow the `<owner>/<repository>` pattern.
            "repository":"octo/wid get"                   | The `repository` field has invalid characters.
            "requireEnvironment":true                     | The `environment` field must not be empty when enabled.
            "environment":"a b"                           | The `environment` field has invalid characters.
            """)
    void whatCanNeverWorkIsRefused(String member, String message) {
        var body = "{\"github\":{\"isEnabled\":true,\"repository\":\"octo/widget\",\"tagPattern\":\"v{{version}}\",%s}}"
                .formatted(member);

        Envelope.isBadRequest(configure(body), "InvalidInput", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | The service account email field must not be empty when enabled.
            nobody              | The service account email is not valid: `nobody`.
            """)
    void aServiceAccountIsAnEMailAddress(String email, String message) {
        var body = "{\"gcp\":{\"isEnabled\":true,\"serviceAccountEmail\":\"%s\"}}".formatted(email);

        Envelope.isBadRequest(configure(body), "InvalidInput", message);
    }

    @Test
    void onlyAdministratorsOfThePackageConfigureIt() {
        Envelope.isForbidden(
                scene.configure("widget", scene.session("mallory"), PubDevScene.ENABLED),
                "Insufficient permissions to perform administrative actions on package `widget`.");
        Envelope.isNotFound(
                scene.configure("nothing", scene.alice(), PubDevScene.ENABLED),
                "Could not find `package \"nothing\"`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Cookie: PUB_SID_INSECURE=SESSION\n",
                "Cookie: PUB_SID_INSECURE=SESSION; PUB_SSID_INSECURE=SESSION\n",
                "Cookie: PUB_SID_INSECURE=SESSION\nx-pub-csrf-token: SESSION\n",
                "Authorization: Bearer SESSION\nx-pub-csrf-token: SESSION\n"
            })
    void bothCookiesAndTheCsrfTokenAreNeeded(String headers) {
        var answer = scene.send(
                "PUT",
                "/api/packages/widget/automated-publishing",
                headers.replace("SESSION", scene.alice()),
                PubDevScene.ENABLED);

        assertThat(answer.status()).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(PubDevScene.json(answer).path("code").asText()).isEqualTo("MissingAuthentication");
    }

    @Test
    void theFirstUploadTeachesIdsAndOthersSwitchPublishingOff() {
        enable();
        assertThat(publish(scene.repository(), "1.0.0").status()).isEqualTo("HTTP/1.1 200 OK");
        var successor = scene.forge().recreateRepository(scene.repository());

        Envelope.isNotAllowed(publish(successor, "1.1.0"), OTHER_IDS);
        Envelope.isNotAllowed(publish(scene.repository(), "1.1.0"), "publishing from github is not enabled");
        assertThat(configure("{}").body()).startsWith("{\"github\":{\"isEnabled\":false,");
    }

    @Test
    void switchedOnAgainThePolicyTrustsAnew() {
        enable();
        publish(scene.repository(), "1.0.0");
        var successor = scene.forge().recreateRepository(scene.repository());
        publish(successor, "1.1.0");

        enable();

        assertThat(publish(successor, "1.1.0").status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void whoeverReCreatesTheNamesBeforeTheFirstUploadWins() {
        enable();

        assertThat(publish(scene.forge().recreateRepository(scene.repository()), "1.0.0")
                        .status())
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void anotherTagPatternKeepsTheIds() {
        enable();
        publish(scene.repository(), "1.0.0");
        configure(PubDevScene.ENABLED.replace("v{{version}}", "widget-v{{version}}"));
        var successor = scene.forge().recreateRepository(scene.repository());

        Envelope.isNotAllowed(
                scene.publish(
                        scene.mint(scene.tokenOf(scene.run("widget-v1.1.0").withRepository(successor))),
                        "widget",
                        "1.1.0"),
                OTHER_IDS);
    }

    @Test
    void aRequestThatOnlyMentionsManualPublishingDropsTheIds() {
        enable();
        publish(scene.repository(), "1.0.0");
        configure("{\"manual\":{\"isEnabled\":true}}");

        assertThat(publish(scene.forge().recreateRepository(scene.repository()), "1.1.0")
                        .status())
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void manualPublishingCanBeSwitchedOff() {
        var token = PubDevScene.json(scene.administer("POST", "/api-tokens", scene.alice(), "{}"))
                .path("token")
                .asText();
        assertThat(scene.publish(token, "widget", "1.0.0").status()).isEqualTo("HTTP/1.1 200 OK");

        configure("{\"manual\":{\"isEnabled\":false}}");

        Envelope.isForbidden(
                scene.publish(token, "widget", "1.1.0"),
                ("Manual publishing has been disabled. This usually means this package should be published via automated"
                                + " publishing (see https://dart.dev/tools/pub/automated-publishing). To re-enable manual"
                                + " publishing, go to the package admin page (see %s/packages/widget/admin).")
                        .formatted(scene.baseUri()));
    }

    private void enable() {
        configure(PubDevScene.ENABLED);
    }

    private Reply configure(String body) {
        return scene.configure("widget", scene.alice(), body);
    }

    private Reply publish(Repository repository, String version) {
        return scene.publish(
                scene.mint(scene.tokenOf(scene.run("v" + version).withRepository(repository))), "widget", version);
    }
}
