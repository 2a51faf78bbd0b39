package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.artifact.Artifact;
import dev.assay.artifact.ArtifactKind;
import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.registry.Transcript.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every address on the way of an upload names the other package, wherever the upload itself stands. */
class MisaddressedUploadTest {
    private static final Purpose PURPOSE = Purpose.of("CI job", "publish");
    private static final Artifact ARTIFACT = ArtifactKind.of("python-sdist").build("widget", "1.0.0", "note");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theUploadMayComeBeforeItsStatus() throws IOException {
        assertThat(addresses("""
                publish:
                  operation:
                    before:
                      - request: {method: PUT, path: '/{artifact.name.path}/{artifact.version.path}', file: true}
                        granted: {status: [200]}
                    request: {method: GET, path: '/status/{artifact.name}', multipart: null}
                    granted: {status: [200]}
                """)).containsExactly("PUT /gadget/1.0.0 HTTP/1.1", "GET /status/gadget HTTP/1.1");
    }

    @Test
    void thereMayBeNoAddressThatNamesAPackage() throws IOException {
        assertThat(addresses("publish: {operation: {request: {path: /upload}}}"))
                .isEmpty();
    }

    @Test
    void anAddressInPlaceOfTheNameIsSentAsItStands() throws IOException {
        var difference = "publish: {operation: {request: {path: '/x/{artifact.name.segment}/y'}}}";

        assertThat(addresses(
                        difference,
                        (registry, artifact) ->
                                registry.publishByWayOf("widget/../%2fgadget", "token", artifact, PURPOSE)))
                .containsExactly("POST /x/widget/../%2fgadget/y HTTP/1.1");
    }

    private List<String> addresses(String difference) throws IOException {
        return addresses(difference, (registry, artifact) -> registry.publishAt("gadget", "token", artifact, PURPOSE));
    }

    private List<String> addresses(String difference, BiConsumer<Registry, Artifact> publish) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "extends: pypi\n" + difference);
        var profile = new Profiles(Optional.empty()).load(file.toString());
        try (var server = CannedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                var wire = Wire.open(Duration.ofSeconds(10), Optional.empty())) {
            publish.accept(registry(profile, server, wire), ARTIFACT);
            return server.requests().stream()
                    .map(request -> request.lines().findFirst().orElse(""))
                    .toList();
        }
    }

    private static Registry registry(Profile profile, CannedServer server, Wire wire) {
        var secrets = new Secrets();
        var templates = new Templates();
        var conversation =
                new Conversation(wire, templates, server.url(""), new Transcript(secrets), secrets, Map.of());
        return new Registry(profile, conversation, templates);
    }
}
