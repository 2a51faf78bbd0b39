package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the clients say, byte for byte, and what they are answered: dart-lang/setup-dart asks the job's endpoint for an ID
 * token, and dart pub publishes with it (dart-lang/pub lib/src/command/lish.dart, doc/repository-spec-v2.md).
 */
class ClientConversationTest {

    private static final String JSON = "application/json; charset=\"utf-8\"";

    private final PubDevScene scene = new PubDevScene("pub-dev").withPolicy("widget");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void setupDartGetsAnIdTokenForPubDevThatDartPubCanCarry() {
        var token = tokenOfSetupDart();

        assertThat(token).matches("^[a-zA-Z0-9._~+/=-]+$");
        assertThat(scene.newUpload("Bearer " + token).status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void dartPubIsInvitedToUpload() {
        var answer = scene.newUpload("Bearer " + tokenOfSetupDart());

        assertThat(answer.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer.header("content-type")).isEqualTo(JSON);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        var fields = PubDevScene.json(answer).path("fields");
        var id = fields.path("key").asText().substring("tmp/".length());
        assertThat(answer.body())
                .isEqualTo(("{\"url\":\"%s/incoming-packages\",\"fields\":{\"key\":\"tmp/%s\","
                                + "\"Expires\":\"2026-08-21T12:10:00Z\",\"GoogleAccessId\":\"uploader@assay.invalid\","
                                + "\"policy\":\"%s\",\"signature\":\"%s\","
                                + "\"success_action_redirect\":\"%s/api/packages/versions/newUploadFinish?upload_id=%s\"}}")
                        .formatted(
                                scene.baseUri(),
                                id,
                                fields.path("policy").asText(),
                                fields.path("signature").asText(),
                                scene.baseUri(),
                                id));
    }

    @Test
    void dartPubUploadsWithoutATokenAndIsSentToTheFinish() {
        var invitation = PubDevScene.json(scene.newUpload("Bearer " + tokenOfSetupDart()));

        var answer = scene.upload(
                invitation, scene.archive("widget", "1.0.0", "first").content());

        assertThat(answer.status()).isEqualTo("HTTP/1.1 303 See Other");
        assertThat(answer.header("location"))
                .isEqualTo(invitation
                        .path("fields")
                        .path("success_action_redirect")
                        .asText());
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void dartPubIsToldOfItsSuccessAndReadersSeeTheVersion() {
        var archive = scene.archive("widget", "1.0.0", "first");

        var answer = scene.publish(tokenOfSetupDart(), archive.content());

        assertThat(answer.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer.header("content-type")).isEqualTo(JSON);
        assertThat(answer.body())
                .isEqualTo(
                        ("{\"success\":{\"message\":\"Successfully uploaded %s/packages/widget version 1.0.0, it may take"
                                        + " up-to 10 minutes before the new version is available.\"}}")
                                .formatted(scene.baseUri()));
        var version = ("{\"version\":\"1.0.0\",\"pubspec\":{\"name\":\"widget\",\"version\":\"1.0.0\",\"description\":"
                        + "\"A package of the conformance harness, published to see what a registry does.\",\"environment\":"
                        + "{\"sdk\":\"^3.0.0\"}},\"archive_url\":\"%s/api/archives/widget-1.0.0.tar.gz\","
                        + "\"archive_sha256\":\"%s\",\"published\":\"2026-08-21T12:00:00.000Z\"}")
                .formatted(scene.baseUri(), archive.sha256());
        assertThat(scene.get("/api/packages/widget/versions/1.0.0").body()).isEqualTo(version);
        assertThat(scene.get("/api/packages/widget").body())
                .isEqualTo("{\"name\":\"widget\",\"latest\":%s,\"versions\":[%s]}".formatted(version, version));
        assertThat(scene.get("/api/archives/widget-1.0.0.tar.gz").status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void theFinishIsAlsoReachedWithTheUploadIdInThePath() {
        var token = tokenOfSetupDart();
        var invitation = PubDevScene.json(scene.newUpload("Bearer " + token));
        var location = scene.upload(
                        invitation, scene.archive("widget", "1.0.0", "first").content())
                .header("location");

        var answer = scene.finish(token, location.replace("?upload_id=", "/"));

        assertThat(answer.status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void theStorageTakesNothingWhoseFieldsWereChangedOrHaveExpired() {
        var invitation = PubDevScene.json(scene.newUpload("Bearer " + tokenOfSetupDart()));
        var archive = scene.archive("widget", "1.0.0", "first").content();
        var elsewhere = invitation.deepCopy();
        ((ObjectNode) elsewhere.path("fields")).put("key", "tmp/other");

        var denied = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code>"
                + "<Message>Access denied.</Message></Error>";
        var changed = scene.upload(elsewhere, archive);
        scene.pass(Duration.ofMinutes(10));
        var late = scene.upload(invitation, archive);

        assertThat(List.of(changed, late)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo("HTTP/1.1 403 Forbidden");
            assertThat(answer.body()).isEqualTo(denied);
        });
    }

    /** dart-lang/setup-dart lib/main.dart, through actions/toolkit packages/core/src/oidc-utils.ts. */
    private String tokenOfSetupDart() {
        var job = scene.issuer().job(scene.run("v1.0.0"));
        var url = URI.create(job.requestUrl());
        var answer = RawHttp.send(
                url,
                ("GET %s?%s&audience=https%%3A%%2F%%2Fpub.dev HTTP/1.1\nHost: %s\nuser-agent: actions/oidc-client\n"
                                + "authorization: Bearer %s\naccept: application/json\n\n")
                        .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority(), job.requestToken()),
                new byte[0]);
        assertThat(answer.status()).isEqualTo("HTTP/1.1 200 OK");
        return PubDevScene.json(answer).path("value").asText();
    }
}
