package dev.assay.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class NupkgTest {

    private final ArtifactKind kind = ArtifactKind.of("nupkg");

    @Test
    void aPackageHoldsManifestRelationshipsAndContentTypes() throws IOException {
        var files = files(kind.build("Widget.Core", "1.2.0", "Nuts & <bolts>"));

        assertThat(files.keySet())
                .containsExactlyInAnyOrder("_rels/.rels", "Widget.Core.nuspec", "[Content_Types].xml");
        assertThat(files.get("_rels/.rels")).contains("Target=\"/Widget.Core.nuspec\"");
        assertThat(files.get("[Content_Types].xml")).contains("Extension=\"nuspec\"");
        assertThat(files.get("Widget.Core.nuspec"))
                .contains("<id>Widget.Core</id>", "<version>1.2.0</version>", "<authors>")
                .contains("<description>Nuts &amp; &lt;bolts&gt;</description>");
    }

    @Test
    void theFileIsNamedAfterIdAndVersion() {
        assertThat(kind.build("Widget.Core", "1.2.0", "").fileName()).isEqualTo("Widget.Core.1.2.0.nupkg");
    }

    @Test
    void onlyAnotherNoteMakesAnotherContent() {
        var first = kind.build("widget", "1.0.0", "first").sha256();

        assertThat(kind.build("widget", "1.0.0", "first").sha256()).isEqualTo(first);
        assertThat(kind.build("widget", "1.0.0", "other").sha256()).isNotEqualTo(first);
    }

    private static Map<String, String> files(Artifact artifact) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(artifact.content()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
