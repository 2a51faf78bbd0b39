package dev.assay.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void pathHeadersAndBodyAreFilledAndNothingElseIsAdded() throws Exception {
        var request = writer.write(
                Operation.Request.of("POST", "/p/{package.path}?v={version.path}")
                        .withHeaders(Map.of("Authorization", "Bearer {token}"))
                        .withBody("{\"name\":\"{package.json}\"}"),
                Map.of("package", "@s/n", "version", "1 \"x\"", "token", "t"),
                Optional.empty());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).hasToString("https://registry.example:4443/base/p/%40s%2Fn?v=1%20%22x%22");
        assertThat(request.headers()).containsExactly(new Wire.Header("Authorization", "Bearer t"));
        assertThat(new String(request.body(), UTF_8)).isEqualTo("{\"name\":\"@s/n\"}");
    }

    @Test
    void aSpellingOfThePathIsKept() throws Exception {
        assertThat(path("/@s%2fn")).hasToString("https://registry.example:4443/base/@s%2fn");
        assertThat(path("/%40s%2Fn")).hasToString("https://registry.example:4443/base/%40s%2Fn");
    }

    @Test
    void userAndPasswordBecomeBasicAuthenticationInUtf8() throws Exception {
        var request = writer.write(
                Operation.Request.of("GET", "/").withBasic("__token__:{token}"),
                Map.of("token", "ü"),
                Optional.empty());

        assertThat(request.headers()).containsExactly(new Wire.Header("Authorization", "Basic X190b2tlbl9fOsO8"));
        assertThat(request.body()).isEmpty();
    }

    @Test
    void aFormCarriesItsPartsInOrderAndTheArtifactByteForByte() throws Exception {
        var content = new byte[] {0, (byte) 0xff, '\r', '\n', '-', '-', (byte) 0x80};
        var artifact = new Artifact("p", "1.0", "p-1.0.tar.gz", content, "digest");

        var request = writer.write(
                Operation.Request.of("POST", "/upload")
                        .withHeaders(Map.of("Accept", "application/json"))
                        .withMultipart(List.of(
                                Operation.Part.text(":action", "file_upload"),
                                Operation.Part.text("name", "{artifact.name}"),
                                Operation.Part.artifact("content"))),
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

    @Test
    void aSegmentKeepsWhatUrlsAllowAndWritesTheRestInLowerCase() throws Exception {
        var url = writer.write(
                        Operation.Request.of("GET", "/{package.segment}"),
                        Map.of("package", "@s/n ü"),
                        Optional.empty())
                .url();

        assertThat(url).hasToString("https://registry.example:4443/base/@s%2fn%20%c3%bc");
    }

    @Test
    void theMembersOfAnObjectBecomePartsOfTheirOwn() throws Exception {
        var request = writer.write(
                Operation.Request.of("POST", "/")
                        .withMultipart(List.of(new Operation.Part(
                                Optional.empty(), Optional.empty(), Optional.of("{fields}"), Optional.empty()))),
                Map.of("fields", "{\"key\":\"k\",\"policy\":\"p\"}"),
                Optional.empty());

        assertThat(new String(request.body(), UTF_8))
                .contains("name=\"key\"\r\n\r\nk\r\n", "name=\"policy\"\r\n\r\np\r\n");
    }

    @Test
    void framesFollowTheirLengths() throws Exception {
        var request = writer.write(
                new Operation.Request(
                        "PUT",
                        Optional.of("/"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Operation.Frame(Optional.of("{x}")), new Operation.Frame(Optional.empty())),
                        false),
                Map.of("x", "ab"),
                Optional.of(new Artifact("p", "1", "p", new byte[] {7}, "digest")));

        assertThat(request.body()).containsExactly(2, 0, 0, 0, 'a', 'b', 1, 0, 0, 0, 7);
    }

    @Test
    void anAddressThatTheRegistryHandsOutMustBeOnTheTarget() throws Exception {
        assertThat(handedOut("https://registry.example:4443/finish?id=1"))
                .hasToString("https://registry.example:4443/finish?id=1");
        assertThat(handedOut("/finish?id=1")).hasToString("https://registry.example:4443/finish?id=1");
        for (var elsewhere : List.of(
                "https://registry.example/finish",
                "http://registry.example:4443/finish",
                "https://registry.example:4443@evil.example/",
                "//evil.example/finish",
                "file:///etc/passwd",
                "mailto:x",
                "not an address")) {
            assertThatThrownBy(() -> handedOut(elsewhere))
                    .isInstanceOf(RequestWriter.ElsewhereException.class)
                    .hasMessageContaining(elsewhere);
        }
    }

    private URI handedOut(String address) throws Exception {
        var request = new Operation.Request(
                "GET",
                Optional.empty(),
                Optional.of("{before.location}"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false);
        return writer.write(request, Map.of("before", Map.of("location", address)), Optional.empty())
                .url();
    }

    private URI path(String template) throws Exception {
        return writer.write(Operation.Request.of("GET", template), Map.of(), Optional.empty())
                .url();
    }
}
