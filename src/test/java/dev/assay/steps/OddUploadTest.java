package dev.assay.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.artifact.ArtifactKind;
import dev.assay.registry.Wire;
import dev.assay.registry.Wire.Header;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddUploadTest {
    private static final String FORM = """
            --b
            Content-Disposition: form-data; name=":action"

            file_upload
            --b
            Content-Disposition: form-data; name="content"; filename="a.tar.gz"
            Content-Type: application/octet-stream

            bytes
            --b--
            """.replace("\n", "\r\n");

    @Test
    void aFormLosesItsFileAndNothingElse() {
        assertThat(body("a form without its file", form())).isEqualTo("""
                --b
                Content-Disposition: form-data; name=":action"

                file_upload
                --b--
                """.replace("\n", "\r\n"));
    }

    @Test
    void whatIsNoFormHasNoFileToLose() {
        var upload = request("application/json", "{}");

        assertThatThrownBy(() -> body("a form without its file", upload)).isInstanceOf(Inapplicable.class);
    }

    @Test
    void aBodyIsCutWhereNoPaddingCanBe() {
        assertThat(body("the beginning of what belongs there", request("a/b", "x".repeat(10_000))))
                .hasSize(100);
        assertThat(body("the beginning of what belongs there", request("a/b", "xyz")))
                .isEqualTo("x");
    }

    @Test
    void anEmptyBodyKeepsWhatItIsAnnouncedAs() {
        var changed = OddUpload.called("an empty body").request().apply(form());

        assertThat(changed.body()).isEmpty();
        assertThat(changed.headers()).isEqualTo(form().headers());
    }

    @Test
    void aTextIsAnnouncedAsOne() {
        var changed =
                OddUpload.called("a text where a package should be").request().apply(form());

        assertThat(changed.headers())
                .containsExactlyInAnyOrder(new Header("Authorization", "t"), new Header("Content-Type", "text/plain"));
        assertThat(changed.url()).isEqualTo(form().url());
    }

    @Test
    void whatIsToldOfAnotherFileIsTrue() {
        var sound = ArtifactKind.of("python-sdist").build("widget", "1.0", "note");
        var odd = OddUpload.called("a file that is no archive").file().apply(sound);

        assertThat(odd.fileName()).isEqualTo(sound.fileName());
        assertThat(odd.sha256()).isEqualTo(odd.digest("SHA-256")).isNotEqualTo(sound.sha256());
        assertThat(OddUpload.called("an empty file").file().apply(sound).content())
                .isEmpty();
    }

    @Test
    void aNameThatMeansNothingIsAMistake() {
        assertThatThrownBy(() -> OddUpload.called("a cake")).hasMessageContaining("known are");
    }

    private static String body(String name, Wire.Request request) {
        return new String(OddUpload.called(name).request().apply(request).body(), UTF_8);
    }

    private static Wire.Request form() {
        return request("multipart/form-data; boundary=b", FORM);
    }

    private static Wire.Request request(String type, String body) {
        return new Wire.Request(
                "POST",
                URI.create("http://registry.example/upload"),
                List.of(new Header("Content-Type", type), new Header("Authorization", "t")),
                body.getBytes(UTF_8));
    }
}
