package dev.assay.registry;

import dev.assay.artifact.Artifact;
import dev.assay.profile.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a profile's request template into the bytes that go out. */
final class RequestWriter {
    private final Templates templates;
    private final MultipartWriter multipart;
    private final URI base;

    RequestWriter(Templates templates, URI base) {
        this.templates = templates;
        this.multipart = new MultipartWriter(templates);
        this.base = base;
    }

    /**
     * The request, ready to go out.
     *
     * @throws ElsewhereException if an address that the registry handed out is not on the target
     */
    Wire.Request write(Operation.Request request, Map<String, ?> values, Optional<Artifact> artifact)
            throws ElsewhereException {
        var headers = new ArrayList<Wire.Header>();
        request.headers().forEach((name, value) -> headers.add(new Wire.Header(name, templates.render(value, values))));
        request.basic().ifPresent(userAndPassword -> headers.add(basic(templates.render(userAndPassword, values))));
        if (!request.multipart().isEmpty()) {
            headers.add(new Wire.Header("Content-Type", MultipartWriter.CONTENT_TYPE));
        }
        return new Wire.Request(
                request.method(), url(request, values), List.copyOf(headers), body(request, values, artifact));
    }

    /** Whether the artifact itself is a part of what is sent. */
    static boolean carriesArtifact(Operation.Request request) {
        return request.file()
                || request.frames().stream().anyMatch(frame -> frame.text().isEmpty())
                || request.multipart().stream()
                        .anyMatch(
                                part -> part.value().isEmpty() && part.members().isEmpty())
                || request.body()
                        .filter(text -> text.contains("artifact.base64"))
                        .isPresent();
    }

    private URI url(Operation.Request request, Map<String, ?> values) throws ElsewhereException {
        if (request.url().isEmpty()) {
            return URI.create(base.toString() + templates.render(request.path().orElse(""), values));
        }
        var address = templates.render(request.url().get(), values);
        try {
            var url = base.resolve(address);
            if (base.getScheme().equals(url.getScheme()) && base.getAuthority().equals(url.getAuthority())) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new ElsewhereException(address, notAnAddress);
        }
        throw new ElsewhereException(address, null);
    }

    private byte[] body(Operation.Request request, Map<String, ?> values, Optional<Artifact> artifact) {
        if (!request.multipart().isEmpty()) {
            return multipart.write(request.multipart(), values, artifact);
        }
        if (!request.frames().isEmpty()) {
            return framed(request.frames(), values, artifact);
        }
        if (request.file()) {
            return artifact.orElseThrow().content();
        }
        return request.body()
                .map(body -> templates.render(body, values).getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
    }

    private byte[] framed(List<Operation.Frame> frames, Map<String, ?> values, Optional<Artifact> artifact) {
        var out = new ByteArrayOutputStream();
        for (var frame : frames) {
            var content = frame.text()
                    .map(text -> templates.render(text, values).getBytes(StandardCharsets.UTF_8))
                    .orElseGet(() -> artifact.orElseThrow().content());
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(content.length)
                    .array());
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    private static Wire.Header basic(String userAndPassword) {
        var encoded = Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
        return new Wire.Header("Authorization", "Basic " + encoded);
    }

    /** The registry handed out an address that is not its own; nothing was sent there. */
    static final class ElsewhereException extends Exception {
        private static final long serialVersionUID = 1L;

        ElsewhereException(String address, @org.jspecify.annotations.Nullable Throwable cause) {
            super(
                    "the registry points to '" + address + "', which is not on the target; nothing was sent there",
                    cause);
        }
    }
}
