package dev.assay.reference.core.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A published file.
 *
 * @param name its file name
 * @param version of the package it belongs to
 * @param content its bytes and their digests
 * @param metadata what the upload said, by field, in order
 * @param uploadedAt by the registry's clock
 * @param uploadedWith the id of the registry token
 * @param source the repository that the publisher's ID token proved, if it was published through trusted publishing
 */
public record StoredFile(
        String name,
        String version,
        FileContent content,
        Map<String, List<String>> metadata,
        Instant uploadedAt,
        UUID uploadedWith,
        Optional<String> source) {

    /** The first value of a metadata field, or an empty text. */
    public String first(String field) {
        var values = metadata.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** A copy that says something else wherever it says a text of where it comes from. */
    StoredFile retold(String text, String other) {
        var told = new LinkedHashMap<>(metadata);
        told.replaceAll((field, values) ->
                values.stream().map(value -> value.replace(text, other)).toList());
        return new StoredFile(
                name, version, content, told, uploadedAt, uploadedWith, source.map(own -> own.replace(text, other)));
    }
}
