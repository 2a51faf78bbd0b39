package dev.assay.registry;

import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a profile's request template into the bytes that go out. */
final class RequestWriter {
    private static final String BOUNDARY = "assay-5f0c2f6e7d9b4a31";

    private final Templates templates;
    private final URI base;

    RequestWriter(Templates templates, URI base) {
        this.templates = templates;
        this.base = base;
    }

    Wire.Request write(Operation.Request request, Map<String, ?> values, Optional<Artifact> artifact) {
        var headers = new ArrayList<Wire.Header>();
        request.headers().forEach((name, value) -> headers.add(new Wire.Header(name, templates.render(value, values))));
        request.basic().ifPresent(userAndPassword -> headers.add(basic(templates.render(userAndPassword, values))));
        if (!request.multipart().isEmpty()) {
            headers.add(new Wire.Header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        }
        return new Wire.Request(
                request.method(),
                URI.create(base.toString() + templates.render(request.path(), values)),
                List.copyOf(headers),
                body(request, values, artifact));
    }

    private byte[] body(Operation.Request request, Map<String, ?> values, Optional<Artifact> artifact) {
        if (!request.multipart().isEmpty()) {
            return multipart(request.multipart(), values, artifact.orElseThrow());
        }
        return request.body()
                .map(body -> templates.render(body, values).getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
    }

    private byte[] multipart(List<Operation.Part> parts, Map<String, ?> values, Artifact artifact) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            var name = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"";
            if (part.value().isPresent()) {
                out.writeBytes(
                        utf8(name + "\r\n\r\n" + templates.render(part.value().get(), values)));
            } else {
                out.writeBytes(utf8(name + "; filename=\"" + artifact.fileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                out.writeBytes(artifact.content());
            }
            out.writeBytes(utf8("\r\n"));
        }
        out.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return out.toByteArray();
    }

    private static Wire.Header basic(String userAndPassword) {
        return new Wire.Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(userAndPassword)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
