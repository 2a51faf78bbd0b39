package dev.assay.reference.dialect.rubygems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers and clients see of a gem. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {

    private static final byte[] GEM = GemScene.bytes("widget", "1.0.0", "first");
    private static final String SHA = new dev.assay.reference.core.registry.FileContent(GEM).digest("SHA-256");

    private final GemScene gems = new GemScene();

    @BeforeAll
    void push() {
        gems.withGem("widget");
        gems.push(gems.jobKey(), GEM);
    }

    @AfterAll
    void close() {
        gems.close();
    }

    private Reply get(String path) {
        return gems.scene().get(path);
    }

    @Test
    void versionsAreListed() {
        var version = get("/api/v1/versions/widget.json").json().path(0);

        assertThat(version.path("number").asText()).isEqualTo("1.0.0");
        assertThat(version.path("platform").asText()).isEqualTo("ruby");
        assertThat(version.path("sha").asText()).isEqualTo(SHA);
        assertThat(version.path("created_at").asText()).isEqualTo("2026-08-21T12:00:00.000Z");
        assertThat(version.path("prerelease").asBoolean(true)).isFalse();
    }

    @Test
    void oneVersionIsShown() {
        var version = get("/api/v2/rubygems/widget/versions/1.0.0.json").json();

        assertThat(version.path("sha").asText()).isEqualTo(SHA);
        assertThat(version.path("yanked").asBoolean(true)).isFalse();
        assertThat(version.path("gem_uri").asText()).isEqualTo(gems.scene().baseUri() + "/gems/widget-1.0.0.gem");
        assertThat(get("/api/v2/rubygems/widget/versions/1.0.0.json?platform=java")
                        .status())
                .isEqualTo(404);
        assertThat(get("/api/v1/gems/widget.json").json().path("version").asText())
                .isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/versions/gadget.json,This rubygem could not be found.",
        "/api/v1/gems/gadget.json,This rubygem could not be found.",
        "/api/v1/attestations/gadget-1.0.0.json,This rubygem could not be found.",
        "/api/v2/rubygems/widget/versions/2.0.0.json,This version could not be found.",
        "/api/v2/rubygems/gadget/versions/1.0.0.json,This gem could not be found"
    })
    void whatIsNotThereIsSaidInWords(String path, String text) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(path).body()).isEqualTo(text);
    }

    @Test
    void theCompactIndexHasALineAVersion() {
        assertThat(get("/info/widget").body())
                .isEqualTo("---\n1.0.0 |checksum:" + SHA + ",created_at:2026-08-21T12:00:00Z\n");
        assertThat(get("/names").body()).isEqualTo("---\nwidget\n");
        assertThat(get("/versions").body()).contains("\n---\nwidget 1.0.0 ");
    }

    @Test
    void nobodyAttested() {
        assertThat(get("/api/v1/attestations/widget-1.0.0.json").body()).isEqualTo("[]");
    }

    @Test
    void thePageOfAVersionNamesTheIdentityThatPushedIt() {
        assertThat(get("/gems/widget/versions/1.0.0").body())
                .contains("title=\"GitHub Actions octo/widget @ .github/workflows/release.yml\"");
    }

    @Test
    void theGemIsServedAsItWasPushed() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gems.scene().baseUri().resolve("/gems/widget-1.0.0.gem"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(GEM);
    }
}
