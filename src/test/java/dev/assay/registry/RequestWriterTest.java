package dev.assay.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestWriterTest {
    private final RequestWriter writer =
            new RequestWriter(new Templates(), URI.create("https://registry.example:4443/base"));

    @Test
    void pathHeadersAndBodyAreFilledAndNothingElseIsAdded() {
        var request = writer.write(
                new Operation.Request(
                        "POST",
                        "/p/{package.path}?v={version.path}",
                        Map.of("Authorization", "Bearer {token}"),
                        Optional.empty(),
                        Optional.of("{\"name\":\"{package.json}\"}"),
                        List.of()),
                Map.of("package", "@s/n", "version", "1 \"x\"", "token", "t"),
                Optional.empty());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).hasToString("https://registry.example:4443/base/p/%40s%2Fn?v=1%20%22x%22");
        assertThat(request.headers()).containsExactly(new Wire.Header("Authorization", "Bearer t"));
        assertThat(new String(request.body(), UTF_8)).isEqualTo("{\"name\":\"@s/n\"}");
    }

    @Test
    void aSpellingOfThePathIsKept() {
        assertThat(path("/@s%2fn")).hasToString("https://registry.example:4443/base/@s%2fn");
        assertThat(path("/%40s%2Fn")).hasToString("https://registry.example:4443/base/%40s%2Fn");
    }

    @Test
    void userAndPasswordBecomeBasicAuthenticationInUtf8() {
        var request = writer.write(
                new Operation.Request(
                        "GET", "/", Map.of(), Optional.of("__token__:{token}"), Optional.empty(), List.of()),
                Map.of("token", "ü"),
                Optional.empty());

        assertThat(request.headers()).containsExactly(new Wire.Header("Authorization", "Basic X190b2tlbl9fOsO8"));
        assertThat(request.body()).isEmpty();
    }

    @Test
    void aFormCarriesItsPartsInOrderAndTheArtifactByteForByte() {
        var content = new byte[] {0, (byte) 0xff, '\r', '\n', '-', '-', (byte) 0x80};
        var artifact = new Artifact("p", "1.0", "p-1.0.tar.gz", content, "digest");

        var request = writer.write(
                new Operation.Request(
                        "POST",
                        "/upload",
                        Map.of("Accept", "application/json"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new Operation.Part(":action", Optional.of("file_upload")),
                                new Operation.Part("name", Optional.of("{artifact.name}")),
                                new Operation.Part("content", Optional.empty()))),
                Map.of("artifact", Map.of("name", "p")),
                Optional.of(artifact));

        var boundary = request.headers().get(1).value().substring("multipart/form-data; boundary=".length());
        assertThat(request.headers())
                .containsExactly(
                        new Wire.Header("Accept", "application/json"),
                        new Wire.Header("Content-Type", "multipart/form-data; boundary=" + boundary));
        assertThat(new String(request.body(), ISO_8859_1))
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\":action\"\r\n\r\nfile_upload\r\n"
                        + "--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"name\"\r\n\r\np\r\n"
                        + "--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"content\"; filename=\"p-1.0.tar.gz\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + new String(content, ISO_8859_1) + "\r\n"
                        + "--" + boundary + "--\r\n");
    }

    private URI path(String template) {
        return writer.write(
                        new Operation.Request("GET", template, Map.of(), Optional.empty(), Optional.empty(), List.of()),
                        Map.of(),
                        Optional.empty())
                .url();
    }
}
