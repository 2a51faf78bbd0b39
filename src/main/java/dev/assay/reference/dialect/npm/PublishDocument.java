package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.core.registry.FileContent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What {@code npm publish} sends: a document with one version and the tarball as an attachment in Base64.
 *
 * @param name the package's name
 * @param version the only key of {@code versions}
 * @param manifest what {@code versions} says about it
 * @param tags the distribution tags that shall name the version
 * @param content the tarball
 * @param length what the attachment says about its length, in bytes
 */
record PublishDocument(
        String name, String version, ObjectNode manifest, List<String> tags, FileContent content, long length) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARBALL = "application/octet-stream";

    /** Reads the document; empty if something is missing. */
    static Optional<PublishDocument> read(String body) {
        try {
            var root = JSON.readTree(body);
            return root == null ? Optional.empty() : read(root);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<PublishDocument> read(JsonNode root) {
        var versions = root.path("versions");
        var attachment = tarball(root.path("_attachments"));
        if (!root.path("name").isTextual() || versions.size() != 1 || attachment.isEmpty()) {
            return Optional.empty();
        }
        var version = versions.fieldNames().next();
        if (!(versions.path(version) instanceof ObjectNode manifest)) {
            return Optional.empty();
        }
        var tags = new ArrayList<String>();
        root.path("dist-tags").fieldNames().forEachRemaining(tags::add);
        var content = Base64.getDecoder().decode(attachment.get().path("data").asText());
        return Optional.of(new PublishDocument(
                root.path("name").textValue(),
                version,
                manifest,
                tags,
                new FileContent(content),
                attachment.get().path("length").asLong(-1)));
    }

    /** The first attachment of the type that tarballs have; provenance has another. */
    private static Optional<JsonNode> tarball(JsonNode attachments) {
        for (var attachment : attachments) {
            if (attachment.path("content_type").asText().equals(TARBALL)
                    && attachment.path("data").isTextual()) {
                return Optional.of(attachment);
            }
        }
        return Optional.empty();
    }

    /** Under which name the tarball is offered. */
    String fileName() {
        return fileName(name, version);
    }

    static String fileName(String name, String version) {
        return NpmNaming.withoutScope(name) + "-" + version + ".tgz";
    }
}
