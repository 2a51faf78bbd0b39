package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.artifact.Artifact;
import dev.assay.artifact.ArtifactKind;
import dev.assay.profile.Operation;
import dev.assay.profile.Profiles;
import dev.assay.registry.Transcript.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several requests that make an upload, the one is changed that carries the artifact. */
class ChangedUploadTest {
    private static final Operation.Answer YES = new Operation.Answer(List.of(200), Map.of(), Map.of());
    private static final Artifact ARTIFACT = ArtifactKind.of("gem").build("widget", "1.0.0", "note");

    @Test
    void theOthersStayAsTheyAre() {
        var invitation = operation(List.of(), Operation.Request.of("GET", "/invitation"));
        var storage = operation(
                List.of(),
                Operation.Request.of("POST", "/storage").withMultipart(List.of(Operation.Part.artifact("file"))));
        var finish = operation(List.of(invitation, storage), Operation.Request.of("GET", "/finish"));
        var secrets = new Secrets();
        try (var server = CannedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                var wire = Wire.open(Duration.ofSeconds(10), Optional.empty())) {
            new Conversation(wire, new Templates(), server.url(""), new Transcript(secrets), secrets, Map.of())
                    .attemptChanged(
                            finish,
                            Purpose.of("CI job", "publish"),
                            Map.of(),
                            ARTIFACT,
                            written -> new Wire.Request("PUT", written.url(), List.of(), new byte[0]));

            assertThat(server.requests())
                    .extracting(request -> request.lines().findFirst().orElse(""))
                    .containsExactly("GET /invitation HTTP/1.1", "PUT /storage HTTP/1.1", "GET /finish HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pypi", "npm", "rubygems", "crates-io", "nuget"})
    void everyWayToCarryAnArtifactIsKnown(String profile) {
        var request = new Profiles(Optional.empty())
                .load(profile)
                .publish()
                .operation()
                .request();

        assertThat(RequestWriter.carriesArtifact(request)).isTrue();
    }

    private static Operation operation(List<Operation> before, Operation.Request request) {
        return new Operation(before, false, request, YES, List.of(), List.of());
    }
}
