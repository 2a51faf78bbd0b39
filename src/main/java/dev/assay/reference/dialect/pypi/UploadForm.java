package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.wire.Request;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An upload as it was sent: {@code multipart/form-data}, or a plain form.
 *
 * @param fields by name, each possibly several times
 * @param fileName of the part {@code content}
 * @param mediaType of that part
 * @param content of that part
 */
record UploadForm(Map<String, List<String>> fields, String fileName, String mediaType, Optional<FileContent> content) {

    private static final int MAXIMUM_FIELDS = 10_000;

    /** Reads the form; empty if the body is none. */
    static Optional<UploadForm> read(Request request) {
        var copy = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                "/",
                Unpooled.wrappedBuffer(request.body().getBytes()));
        copy.headers().set("Content-Type", request.header("Content-Type"));
        try {
            var decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false), copy, StandardCharsets.UTF_8, MAXIMUM_FIELDS, Integer.MAX_VALUE);
            try {
                return Optional.of(read(decoder.getBodyHttpDatas()));
            } finally {
                decoder.destroy();
            }
        } catch (RuntimeException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The first value of a field, or an empty text. */
    String first(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private static UploadForm read(List<InterfaceHttpData> parts) throws IOException {
        var fields = new LinkedHashMap<String, List<String>>();
        var form = new UploadForm(fields, "", "", Optional.empty());
        for (var part : parts) {
            if (part instanceof FileUpload file && file.getName().equals("content")) {
                form = new UploadForm(
                        fields,
                        file.getFilename(),
                        Optional.ofNullable(file.getContentType()).orElse(""),
                        Optional.of(new FileContent(file.get())));
            } else if (part instanceof Attribute attribute) {
                fields.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .add(attribute.getValue());
            }
        }
        return form;
    }
}
