package dev.assay.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code multipart/form-data} bodies (RFC 7578). */
final class MultipartWriter {
    private static final String BOUNDARY = "assay-5f0c2f6e7d9b4a31";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the body is announced as. */
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final Templates templates;

    MultipartWriter(Templates templates) {
        this.templates = templates;
    }

    byte[] write(List<Operation.Part> parts, Map<String, ?> values, Optional<Artifact> artifact) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            if (part.members().isPresent()) {
                members(templates.render(part.members().get(), values))
                        .forEach((name, value) -> text(out, name, value));
            } else if (part.value().isPresent()) {
                text(
                        out,
                        part.name().orElseThrow(),
                        templates.render(part.value().get(), values));
            } else {
                file(out, part, values, artifact.orElseThrow());
            }
        }
        out.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String name, String value) {
        out.writeBytes(utf8(disposition(name) + "\r\n\r\n" + value + "\r\n"));
    }

    private void file(ByteArrayOutputStream out, Operation.Part part, Map<String, ?> values, Artifact artifact) {
        var fileName =
                part.fileName().map(name -> templates.render(name, values)).orElse(artifact.fileName());
        out.writeBytes(utf8(disposition(part.name().orElseThrow()) + "; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        out.writeBytes(artifact.content());
        out.writeBytes(utf8("\r\n"));
    }

    private static String disposition(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private static Map<String, String> members(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException notTexts) {
            throw new IllegalArgumentException("not a JSON object of texts: " + json, notTexts);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
