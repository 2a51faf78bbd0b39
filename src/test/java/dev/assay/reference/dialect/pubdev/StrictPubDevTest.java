package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sound registry makes of the same wire. */
class StrictPubDevTest {

    private final PubDevScene scene =
            new PubDevScene("pub-dev-strict").withPolicy("widget").withPolicy("gadget");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anIdTokenPublishesOnce() {
        var token = scene.token("v1.0.0");
        assertThat(scene.publish(token, "widget", "1.0.0").status()).isEqualTo("HTTP/1.1 200 OK");

        Envelope.isUnauthorized(scene.publish(token, "gadget", "1.0.0"), "Invalid JWT token: already used.");
    }

    @Test
    void aTokenThatAPolicyRefusesIsNotUsedUp() {
        var token = scene.token("v1.0.0");

        assertThat(List.of(scene.publish(token, "widget", "2.0.0"), scene.publish(token, "widget", "1.0.0")))
                .extracting(RawHttp.Reply::status)
                .containsExactly("HTTP/1.1 403 Forbidden", "HTTP/1.1 200 OK");
    }

    @Test
    void idsAreKnownBeforeTheFirstUploadAndOthersSwitchNothingOff() {
        var successor = scene.forge().recreateRepository(scene.repository());

        Envelope.isNotAllowed(
                scene.publish(
                        scene.mint(scene.tokenOf(scene.run("v1.0.0").withRepository(successor))), "widget", "1.0.0"),
                "GitHub repository identifiers changed");
        assertThat(scene.publish(scene.token("v1.0.0"), "widget", "1.0.0").status())
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void aRequestThatOnlyMentionsManualPublishingKeepsTheIds() {
        scene.configure("widget", scene.alice(), "{\"manual\":{\"isEnabled\":true}}");
        var successor = scene.forge().recreateRepository(scene.repository());

        var answer = scene.publish(
                scene.mint(scene.tokenOf(scene.run("v1.0.0").withRepository(successor))), "widget", "1.0.0");

        assertThat(answer.status()).isEqualTo("HTTP/1.1 403 Forbidden");
    }
}
