package dev.assay.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class NpmTarballTest {

    @Test
    void itsManifestStandsInTheFolderPackage() throws IOException {
        var artifact = ArtifactKind.of("npm-tarball").build("@octo/widget", "1.2.3", "a note");

        var manifest = new ObjectMapper().readTree(files(artifact).get("package/package.json"));
        assertThat(manifest.path("name").asText()).isEqualTo("@octo/widget");
        assertThat(manifest.path("version").asText()).isEqualTo("1.2.3");
        assertThat(manifest.path("description").asText()).isEqualTo("a note");
        assertThat(files(artifact))
                .containsKey("package/" + manifest.path("main").asText());
    }

    @Test
    void itIsCalledAsNpmPackCallsIt() {
        assertThat(ArtifactKind.of("npm-tarball")
                        .build("@octo/widget", "1.2.3", "")
                        .fileName())
                .isEqualTo("octo-widget-1.2.3.tgz");
        assertThat(ArtifactKind.of("npm-tarball").build("widget", "1.2.3", "").fileName())
                .isEqualTo("widget-1.2.3.tgz");
    }

    @Test
    void anotherNoteMakesAnotherContent() {
        var kind = ArtifactKind.of("npm-tarball");

        assertThat(kind.build("w", "1.0.0", "one").sha256())
                .isEqualTo(kind.build("w", "1.0.0", "one").sha256())
                .isNotEqualTo(kind.build("w", "1.0.0", "other").sha256());
    }

    private static Map<String, String> files(Artifact artifact) throws IOException {
        var files = new HashMap<String, String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(artifact.content())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
