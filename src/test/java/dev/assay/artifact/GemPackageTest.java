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

/** The smallest gem that is accepted. */
class GemPackageTest {

    private static final Artifact GEM = ArtifactKind.of("gem").build("widget", "1.0.0", "a \"note\"");

    @Test
    void isCalledAsRubyGemsCallsIt() {
        assertThat(GEM.fileName()).isEqualTo("widget-1.0.0.gem");
    }

    @Test
    void holdsMetadataDataAndTheirDigests() throws IOException {
        var members = members();

        assertThat(members.keySet()).containsExactly("metadata.gz", "data.tar.gz", "checksums.yaml.gz");
        assertThat(text(members, "metadata.gz"))
                .startsWith("--- !ruby/object:Gem::Specification\nname: widget\n")
                .contains("summary: \"a \\\"note\\\"\"\n");
        var data = Artifact.of("widget", "1.0.0", "data.tar.gz", members.getOrDefault("data.tar.gz", new byte[0]));
        assertThat(text(members, "checksums.yaml.gz"))
                .contains("SHA256:\n  metadata.gz: ")
                .contains("  data.tar.gz: " + data.sha256() + "\n")
                .contains("  data.tar.gz: " + data.digest("SHA-512") + "\n");
    }

    @Test
    void isTheSameForTheSameNoteAndAnotherForAnother() {
        assertThat(ArtifactKind.GEM.build("widget", "1.0.0", "a \"note\"").content())
                .isEqualTo(GEM.content());
        assertThat(ArtifactKind.GEM.build("widget", "1.0.0", "another").content())
                .isNotEqualTo(GEM.content());
    }

    private static Map<String, byte[]> members() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(GEM.content()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                members.put(entry.getName(), tar.readAllBytes());
            }
        }
        return members;
    }

    private static String text(Map<String, byte[]> members, String name) throws IOException {
        var content = members.getOrDefault(name, new byte[0]);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
