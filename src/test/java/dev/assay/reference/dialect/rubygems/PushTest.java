package dev.assay.reference.dialect.rubygems;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushing, answer by answer. */
class PushTest {

    private static final String DENIED = "Access Denied. Please sign up for an account at https://rubygems.org";
    private static final String NOT_ALLOWED = "You are not allowed to push this gem.";
    private static final String REPUSHED = "Repushing of gem versions is not allowed.\n"
            + "Please bump the version number and push a new different release.\n"
            + "See also `gem yank` if you want to unpublish the bad release.";

    private final GemScene gems = new GemScene();
    private String key = "";

    @BeforeEach
    void configure() {
        gems.withGem("widget");
        key = gems.jobKey();
    }

    @AfterEach
    void close() {
        gems.close();
    }

    private static void answered(Reply reply, int status, String text) {
        assertThat(reply.body()).isEqualTo(text);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void aLinkedGemIsRegistered() {
        answered(gems.push(key, "widget", "1.0.0"), 200, "Successfully registered gem: widget (1.0.0)");
    }

    @Test
    void theKeyStandsInTheHeaderWithoutAScheme() {
        answered(gems.push("Bearer " + key, "widget", "1.0.0"), 401, DENIED);
        answered(gems.push("", "widget", "1.0.0"), 401, DENIED);
        answered(gems.push(gems.scene().sign(gems.claims()), "widget", "1.0.0"), 401, DENIED);
    }

    @Test
    void aKeyWorksForFifteenMinutes() {
        gems.scene().advance(899);
        answered(gems.push(key, "widget", "1.0.0"), 200, "Successfully registered gem: widget (1.0.0)");
        gems.scene().advance(1);
        answered(gems.push(key, "widget", "1.0.1"), 401, DENIED);
    }

    @Test
    void aGemThatIsNotLinkedIsNotPushed() {
        gems.scene().withPackage("gadget");

        answered(gems.push(key, "gadget", "1.0.0"), 403, NOT_ALLOWED);
        answered(gems.push(key, "unheard-of", "1.0.0"), 403, NOT_ALLOWED);
    }

    @Test
    void whatIsLinkedIsLookedUpWhenAGemIsPushed() {
        gems.scene().withPackage("gadget");
        gems.link("gadget", "octo", "widget", "release.yml");

        assertThat(gems.push(key, "gadget", "1.0.0").status()).isEqualTo(200);
    }

    @Test
    void anIdentityThatIsLinkedToNothingStillGetsKeysAndPushesNothing() {
        gems.manage("DELETE", "/api/v1/gems/widget/trusted_publishers/1", gems.managingKey(), "");

        assertThat(gems.exchange(gems.claims()).status()).isEqualTo(201);
        answered(gems.push(gems.jobKey(), "widget", "1.0.0"), 403, NOT_ALLOWED);
        answered(gems.push(key, "widget", "1.0.0"), 403, NOT_ALLOWED);
    }

    @Test
    void theSameBytesAreWelcomeAgainWithTheSameKeyOnly() {
        gems.push(key, "widget", "1.0.0");

        answered(gems.push(key, "widget", "1.0.0"), 200, "Gem was already pushed: widget (1.0.0)");
        answered(gems.push(gems.jobKey(), "widget", "1.0.0"), 409, REPUSHED);
        answered(gems.push(key, GemScene.bytes("widget", "1.0.0", "other")), 409, REPUSHED);
    }

    @Test
    void anotherSpellingOfANumberIsNoOtherNumber() {
        gems.push(key, "widget", "1.0.0");

        answered(
                gems.push(key, "widget", "1.0.0.0"),
                403,
                "There was a problem saving your gem: Canonical number has already been taken. Existing version: 1.0.0");
        answered(gems.push(key, "widget", "1.0.1.0"), 200, "Successfully registered gem: widget (1.0.1.0)");
    }

    @Test
    void whatExistsIsLookedUpBeforeAnybodyAsksWhoPushes() {
        gems.push(key, "widget", "1.0.0");

        answered(gems.push(gems.key("mallory", "push_rubygem=true"), "widget", "1.0.0"), 409, REPUSHED);
        answered(
                gems.push(gems.key("mallory", "push_rubygem=true"), "widget", "1.0.1"),
                403,
                "You do not have permission to push to this gem. Ask an owner to add you with: gem owner widget --add {email}");
    }

    @Test
    void theCaseOfANameDoesNotChange() {
        gems.push(key, "widget", "1.0.0");

        answered(
                gems.push(key, "Widget", "1.0.1"),
                409,
                "Unable to change case of gem name with indexed versions\n"
                        + "Please delete all versions first with `gem yank`.");
    }

    @Test
    void aKeyNeedsTheScope() {
        answered(
                gems.push(gems.key("alice", "configure_trusted_publishers=true"), "widget", "1.0.0"),
                403,
                "This API key cannot perform the specified action on this gem.");
    }

    @Test
    void whatIsNoGemIsNotProcessed() {
        var reply = gems.push(key, new byte[] {1, 2, 3});

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .startsWith("RubyGems.org cannot process this gem.\n"
                        + "Please try rebuilding it and installing it locally to make sure it's valid.\nError:\n");
    }

    @Test
    void aPendingPublisherLetsItsWorkloadCreateTheGem() {
        pending("brand-new");
        var born = gems.jobKey();

        answered(gems.push(born, "brand-new", "1.0.0"), 200, "Successfully registered gem: brand-new (1.0.0)");
        answered(gems.push(gems.jobKey(), "brand-new", "1.0.1"), 200, "Successfully registered gem: brand-new (1.0.1)");
    }

    @Test
    void aPendingPublisherWorksForTwelveHours() {
        pending("brand-new");
        gems.scene().advance(12 * 3600);
        var later = gems.claims();
        later.put("exp", ((Number) requireNonNull(later.get("exp"))).longValue() + 13 * 3600);

        var late = gems.exchange(later).json().path("rubygems_api_key").asText();

        answered(gems.push(late, "brand-new", "1.0.0"), 403, NOT_ALLOWED);
    }

    @Test
    void aWorkloadMayWaitForSeveralGemsButOnceForEach() {
        pending("brand-new");
        pending("brand-newer");

        assertThat(gems.push(gems.jobKey(), "brand-newer", "1.0.0").status()).isEqualTo(200);
        assertThat(pending("Brand-New").status()).isEqualTo(409);
    }

    private Reply pending(String gem) {
        return gems.scene()
                .administer(
                        "POST",
                        "/pending-publishers",
                        gems.scene().session(),
                        ("{\"package\":\"%s\",\"provider\":\"github\",\"owner\":\"octo\",\"repository\":\"widget\","
                                        + "\"workflow\":\"release.yml\"}")
                                .formatted(gem));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "gem.gem,[],200,Successfully registered gem: widget (1.0.0)",
                "gem.gem,{},400,'{\"error\":\"attestations must be an array, is Hash\"}'",
                ",[],400,'{\"error\":\"gem is not a file upload\"}'",
                "gem.gem,,400,'{\"error\":\"missing attestations\"}'",
                "gem.gem,[,500,Server error. Please try again.",
            })
    void aFormHoldsTheGemAsAFileAndAttestationsAsAText(String fileName, String attestations, int status, String text) {
        var body = Buffer.buffer("--b\r\nContent-Disposition: form-data; name=\"gem\"")
                .appendString(fileName == null ? "" : "; filename=\"" + fileName + "\"")
                .appendString("\r\nContent-Type: application/octet-stream\r\n\r\n")
                .appendBytes(GemScene.bytes("widget", "1.0.0", "first"))
                .appendString("\r\n--b");
        if (attestations != null) {
            body.appendString(
                    "\r\nContent-Disposition: form-data; name=\"attestations\"\r\n\r\n" + attestations + "\r\n--b");
        }
        var headers = Map.of("Authorization", key, "Content-Type", "multipart/form-data; boundary=b");
        var reply = gems.scene().send("POST", "/api/v1/gems", headers, body.appendString("--\r\n"));

        assertThat(reply.body()).isEqualTo(text);
        assertThat(reply.status()).isEqualTo(status);
    }
}
