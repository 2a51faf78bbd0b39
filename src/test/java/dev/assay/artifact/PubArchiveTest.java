package dev.assay.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class PubArchiveTest {

    @Test
    void theFilesOfAPackageStandAtTheTopOfTheArchive() throws IOException {
        var archive = ArtifactKind.of("pub-archive").build("assay_widget", "1.2.0", "it's a note");

        assertThat(archive.fileName()).isEqualTo("assay_widget-1.2.0.tar.gz");
        var files = files(archive);
        assertThat(files)
                .containsOnlyKeys("CHANGELOG.md", "LICENSE", "README.md", "lib/assay_widget.dart", "pubspec.yaml");
        assertThat(files.get("pubspec.yaml"))
                .isEqualTo("name: assay_widget\nversion: 1.2.0\ndescription: A package of the conformance harness,"
                        + " published to see what a registry does.\nenvironment:\n  sdk: ^3.0.0\n");
        assertThat(files.get("CHANGELOG.md")).startsWith("## 1.2.0\n");
        assertThat(files.get("lib/assay_widget.dart")).contains("const note = 'it\\'s a note';");
    }

    @Test
    void theSamePackageHasTheSameBytesAndAnotherNoteHasOthers() {
        var kind = ArtifactKind.of("pub-archive");

        assertThat(kind.build("widget", "1.0.0", "one").sha256())
                .isEqualTo(kind.build("widget", "1.0.0", "one").sha256())
                .isNotEqualTo(kind.build("widget", "1.0.0", "two").sha256());
    }

    private static Map<String, String> files(Artifact archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive.content())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
