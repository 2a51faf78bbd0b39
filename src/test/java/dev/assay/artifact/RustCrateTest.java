package dev.assay.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class RustCrateTest {

    private final Artifact crate = ArtifactKind.of("crate").build("assay-demo", "1.2.0", "a \"quoted\" note");

    @Test
    void isNamedAfterCrateAndVersion() {
        assertThat(crate.fileName()).isEqualTo("assay-demo-1.2.0.crate");
    }

    @Test
    void everyPathBeginsWithCrateAndVersion() throws IOException {
        assertThat(files())
                .containsOnlyKeys("assay-demo-1.2.0/", "assay-demo-1.2.0/Cargo.toml", "assay-demo-1.2.0/src/lib.rs");
    }

    @Test
    void theManifestHasWhatTheRegistryDemands() throws IOException {
        var manifest = new TomlMapper()
                .readTree(files().get("assay-demo-1.2.0/Cargo.toml"))
                .path("package");

        assertThat(manifest.path("name").asText()).isEqualTo("assay-demo");
        assertThat(manifest.path("version").asText()).isEqualTo("1.2.0");
        assertThat(manifest.path("description").asText()).isEqualTo("a \"quoted\" note");
        assertThat(manifest.path("license").asText()).isEqualTo("MIT");
    }

    @Test
    void theSameNoteMakesTheSameBytesAndAnotherOneOthers() {
        assertThat(RustCrate.build("assay-demo", "1.2.0", "a \"quoted\" note").sha256())
                .isEqualTo(crate.sha256());
        assertThat(RustCrate.build("assay-demo", "1.2.0", "other").sha256()).isNotEqualTo(crate.sha256());
    }

    private Map<String, String> files() throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(crate.content())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
