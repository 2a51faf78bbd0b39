package dev.assay.reference.dialect.nuget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packages: pushed, taken off the lists, read. */
class PushTest {

    private final Gallery gallery = Gallery.open();

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void aPackageIsCreatedWithoutAWord() {
        var reply = gallery.push(gallery.key(), "Widget.Core", "1.0.0");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aKeyIsGoodForSeveralPushes() {
        var key = gallery.key();

        assertThat(gallery.push(key, "Widget.Core", "1.0.0").status()).isEqualTo(201);
        assertThat(gallery.push(key, "widget.core", "1.1.0").status()).isEqualTo(201);
    }

    @Test
    void aVersionIsNeverPublishedTwice() {
        var key = gallery.key();
        gallery.push(key, "Widget.Core", "1.0.0");

        for (var version : new String[] {"1.0.0", "1.0", "1.0.0.0"}) {
            assertRefused(
                    gallery.push(key, "Widget.Core", version),
                    409,
                    "A package with ID 'Widget.Core' and version '1.0.0' already exists and cannot be modified.");
        }
    }

    @Test
    void aPushWithoutKeyIsToldWhereItBelongs() {
        var reply = gallery.scene().send("PUT", "/api/v2/package", Map.of(), Buffer.buffer("x"));

        assertRefused(reply, 401, "An API key must be provided in the 'X-NuGet-ApiKey' header to use this service");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("ApiKey realm=\"127.0.0.1\"");
    }

    @Test
    void anUnknownKeyAndAnIdTokenAreForbidden() {
        assertRefused(gallery.push("unknown", "Widget.Core", "1.0.0"), 403, Gallery.BAD_KEY);
        assertRefused(gallery.push(gallery.idToken(), "Widget.Core", "1.0.0"), 403, Gallery.BAD_KEY);
    }

    @Test
    void aKeyIsForbiddenOnceItsHourIsOver() {
        var key = gallery.key();

        gallery.scene().advance(3599);
        assertThat(gallery.push(key, "Widget.Core", "1.0.0").status()).isEqualTo(201);
        gallery.scene().advance(2);
        assertRefused(gallery.push(key, "Widget.Core", "1.1.0"), 403, Gallery.BAD_KEY);
    }

    @Test
    void aKeyDiesUpToAMinuteBeforeItsAnnouncedEnd() {
        gallery.scene().advance(50);
        var claims = gallery.claims();
        var reply = gallery.exchange(claims);
        gallery.scene().advance(3555);

        assertThat(reply.json().path("expires").asText()).isEqualTo("2026-08-21T13:00:50.0000000+00:00");
        assertRefused(gallery.push(reply.json().path("apiKey").asText(), "Widget.Core", "1.0.0"), 403, Gallery.BAD_KEY);
    }

    @Test
    void anotherOwnersPackageIsUnauthorizedAndNotForbidden() {
        var bob = gallery.scene().session("bob");
        gallery.scene().administer("POST", "/packages", bob, "{\"name\":\"Other\"}");

        assertRefused(gallery.push(gallery.key(), "Other", "1.0.0"), 401, Gallery.BAD_KEY);
    }

    @Test
    void everyPackageOfThePolicysOwnerIsOpen() {
        gallery.scene().withPackage("Gadget");

        assertThat(gallery.push(gallery.key(), "Gadget", "1.0.0").status()).isEqualTo(201);
    }

    @Test
    void whatIsNoPackageIsABadRequest() {
        var reply = gallery.push(gallery.key(), "no zip".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.phrase()).isEqualTo(reply.body()).isNotEmpty();
    }

    @Test
    void aPackageThatIsTooLargeIsToldSo() {
        try (var small = Gallery.open("load: {maximumUploadBytes: 100}")) {
            assertRefused(
                    small.push(small.key(), "Widget.Core", "1.0.0"),
                    413,
                    "The package file exceeds the size limit. Please try again.");
        }
    }

    @Test
    void aVersionIsTakenOffTheListsAndPutBack() {
        var key = gallery.key();
        gallery.push(key, "Widget.Core", "1.0.0");

        assertThat(list("DELETE", key).status()).isEqualTo(204);
        assertThat(list("POST", key).status()).isEqualTo(200);
        assertRefused(list("DELETE", "unknown"), 403, Gallery.BAD_KEY);
    }

    @Test
    void aKeyOfTheStrictModelPublishesAndNoMore() {
        try (var strict = Gallery.open("tokens: {actions: publish}")) {
            var key = strict.key();
            strict.push(key, "Widget.Core", "1.0.0");

            assertRefused(
                    strict.scene()
                            .send(
                                    "DELETE",
                                    "/api/v2/package/Widget.Core/1.0.0",
                                    Map.of("X-NuGet-ApiKey", key),
                                    Buffer.buffer()),
                    403,
                    Gallery.BAD_KEY);
        }
    }

    @Test
    void readersFindVersionsAndFiles() {
        gallery.push(gallery.key(), "Widget.Core", "1.0");
        var scene = gallery.scene();

        assertThat(scene.get("/v3-flatcontainer/widget.core/index.json").body())
                .isEqualTo("{\"versions\":[\"1.0.0\"]}");
        assertThat(scene.get("/v3-flatcontainer/widget.core/1.0.0/widget.core.1.0.0.nupkg")
                        .status())
                .isEqualTo(200);
        assertThat(scene.get("/api/v2/package/Widget.Core/1.0.0").status()).isEqualTo(200);
        assertThat(scene.get("/v3-flatcontainer/widget.core/1.0.0/other.nupkg").status())
                .isEqualTo(404);
        assertThat(scene.get("/v3-flatcontainer/nothing/index.json").status()).isEqualTo(404);
    }

    private Reply list(String method, String key) {
        return gallery.scene()
                .send(method, "/api/v2/package/Widget.Core/1.0.0", Map.of("X-NuGet-ApiKey", key), Buffer.buffer());
    }

    private static void assertRefused(Reply reply, int status, String text) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.phrase()).isEqualTo(text);
        assertThat(reply.body()).isEqualTo(text);
    }
}
