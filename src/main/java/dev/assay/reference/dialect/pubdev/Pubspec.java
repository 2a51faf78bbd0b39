package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What an archive says about itself.
 *
 * @param members of {@code pubspec.yaml}
 */
record Pubspec(ObjectNode members) {

    private static final int LONGEST = 128 * 1024;

    /** Semantic Versioning 2.0.0. */
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    String name() {
        return members.path("name").asText();
    }

    String version() {
        return members.path("version").asText();
    }

    /**
     * Looks into an archive.
     *
     * @throws ApiProblem if it is none, or describes no package
     */
    static Pubspec of(FileContent archive) throws ApiProblem {
        if (archive.size() == 0) {
            throw ApiProblem.packageRejected("Package archive is empty (size = 0).");
        }
        var pubspec = new Pubspec(read(archive));
        var objection = new PubNaming().objection(pubspec.name());
        if (objection.isPresent()) {
            throw ApiProblem.packageRejected(objection.get());
        }
        if (!VERSION.matcher(pubspec.version()).matches()) {
            throw ApiProblem.packageRejected("Version `%s` is not valid.".formatted(pubspec.version()));
        }
        return pubspec;
    }

    private static ObjectNode read(FileContent archive) throws ApiProblem {
        try {
            return entry(archive)
                    .filter(JsonNode::isObject)
                    .map(ObjectNode.class::cast)
                    .orElseThrow(() -> ApiProblem.packageRejected("The archive has no readable pubspec.yaml."));
        } catch (IOException | RuntimeException broken) {
            throw ApiProblem.packageRejected("Package archive is not a valid `.tar.gz`.");
        }
    }

    private static Optional<JsonNode> entry(FileContent archive) throws IOException {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive.bytes())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals("pubspec.yaml")) {
                    return Optional.ofNullable(new YAMLMapper().readTree(tar.readNBytes(LONGEST)));
                }
            }
        }
        return Optional.empty();
    }
}
