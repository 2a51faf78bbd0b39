package dev.assay.reference.dialect.rubygems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Gems that are taken apart, and what is no gem. */
class GemFileTest {

    private static final String METADATA = """
            --- !ruby/object:Gem::Specification
            name: widget
            version: !ruby/object:Gem::Version
              version: 1.0.0.pre1
            platform: java
            summary: A widget
            authors:
            - Ann
            """;

    @Test
    void aSpecificationIsReadWithoutItsTags() throws InvalidGem, IOException {
        var gem = GemFile.read(gem("metadata.gz", METADATA, "data.tar.gz", ""));

        assertThat(gem.fullName()).isEqualTo("widget-1.0.0.pre1-java");
        assertThat(gem.texts("authors")).containsExactly("Ann");
        assertThat(gem.isPrerelease()).isTrue();
    }

    @Test
    void aliasesAreRefused() throws IOException {
        refused(
                "YAML aliases are not allowed",
                "metadata.gz",
                METADATA + "email: &a\nhomepage: *a\n",
                "data.tar.gz",
                "");
    }

    @Test
    void wrongChecksumsAreRefused() throws IOException {
        refused(
                "SHA256 checksum mismatch for data.tar.gz",
                "metadata.gz",
                METADATA,
                "data.tar.gz",
                "",
                "checksums.yaml.gz",
                "---\nSHA256:\n  data.tar.gz: 00\n");
    }

    @Test
    void otherMembersAndDuplicatesAreRefused() throws IOException {
        refused("unexpected member x", "metadata.gz", METADATA, "data.tar.gz", "", "x", "");
        refused("unexpected member metadata.gz", "metadata.gz", METADATA, "metadata.gz", METADATA, "data.tar.gz", "");
    }

    @Test
    void anAuthorIsNeeded() throws IOException {
        refused("authors is missing", "metadata.gz", METADATA.replace("- Ann\n", ""), "data.tar.gz", "");
    }

    private static void refused(String text, String... members) throws IOException {
        var gem = gem(members);
        assertThatThrownBy(() -> GemFile.read(gem))
                .isInstanceOf(InvalidGem.class)
                .hasMessage(text);
    }

    private static byte[] gem(String... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var index = 0; index < members.length; index += 2) {
                var content = gzip(members[index + 1]);
                var entry = new TarArchiveEntry(members[index]);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
