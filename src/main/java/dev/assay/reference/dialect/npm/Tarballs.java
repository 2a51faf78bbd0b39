package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Looks into tarballs and says what is wrong with a document about one. */
final class Tarballs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Tarballs() {}

    /** What is wrong; empty if the document and its tarball agree. */
    static Optional<String> problem(PublishDocument document) {
        var content = document.content();
        var dist = document.manifest().path("dist");
        if (document.length() != content.size()) {
            return Optional.of("the attachment's length is not that of its content");
        }
        if (!dist.path("integrity").asText().equals(integrity(content))
                || !dist.path("shasum").asText().equals(shasum(content))) {
            return Optional.of("dist.integrity and dist.shasum are not those of the attachment");
        }
        var inside = manifest(content);
        var agrees = inside.map(json -> json.path("name").asText().equals(document.name())
                        && json.path("version").asText().equals(document.version()))
                .orElse(false);
        return agrees ? Optional.empty() : Optional.of("name and version are not those of package.json in the tarball");
    }

    /** Subresource Integrity, as {@code dist.integrity} has it. */
    static String integrity(FileContent content) {
        var digest = HexFormat.of().parseHex(content.digest("SHA-512"));
        return "sha512-" + Base64.getEncoder().encodeToString(digest);
    }

    /** As {@code dist.shasum} has it. */
    static String shasum(FileContent content) {
        return content.digest("SHA-1");
    }

    /** The manifest, which stands directly in the tarball's only folder. */
    private static Optional<JsonNode> manifest(FileContent content) {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(content.bytes())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().matches("[^/]+/package\\.json")) {
                    return Optional.ofNullable(JSON.readTree(tar.readAllBytes()));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
