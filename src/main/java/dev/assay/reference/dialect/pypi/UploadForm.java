package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.wire.Multipart;
import dev.assay.reference.wire.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An upload as it was sent.
 *
 * @param fields by name, each possibly several times
 * @param fileName of the part {@code content}
 * @param mediaType of that part
 * @param content of that part
 */
record UploadForm(Map<String, List<String>> fields, String fileName, String mediaType, Optional<FileContent> content) {

    /** Reads the form; empty if the body is none. */
    static Optional<UploadForm> read(Request request) {
        return Multipart.parse(request.header("Content-Type"), request.body().getBytes())
                .map(UploadForm::of);
    }

    /** The first value of a field, or an empty text. */
    String first(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The same for another project. */
    UploadForm named(String name) {
        var renamed = new LinkedHashMap<>(fields);
        renamed.put("name", List.of(name));
        return new UploadForm(renamed, fileName, mediaType, content);
    }

    /** The project that the file is named after; the whole file name if there is no version in it. */
    String nameInFileName() {
        var end = fileName.indexOf("-" + first("version"));
        return (end < 0 ? fileName : fileName.substring(0, end)).replace('_', '-');
    }

    private static UploadForm of(List<Multipart.Part> parts) {
        var fields = new LinkedHashMap<String, List<String>>();
        var form = new UploadForm(fields, "", "", Optional.empty());
        for (var part : parts) {
            if (part.fileName().isPresent() && part.name().equals("content")) {
                form = new UploadForm(
                        fields, part.fileName().get(), part.mediaType(), Optional.of(new FileContent(part.octets())));
            } else if (part.fileName().isEmpty()) {
                fields.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.text());
            }
        }
        return form;
    }
}
