package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The smallest distributions that the index takes, as uploads. */
record Distribution(String fileName, byte[] content, Map<String, String> fields) {

    static final String BOUNDARY = "0123456789abcdef";

    static Distribution sdist(String name, String version, String text) {
        var stem = name.replace('-', '_') + "-" + version;
        return of(stem + ".tar.gz", sdistContent(stem, text), name, version, "sdist", "source");
    }

    static Distribution wheel(String name, String version, String... members) {
        var stem = name.replace('-', '_') + "-" + version;
        return of(stem + "-py3-none-any.whl", zip(stem, members), name, version, "bdist_wheel", "py3");
    }

    Distribution with(String field, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Distribution(fileName, content, more);
    }

    Distribution without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new Distribution(fileName, content, fewer);
    }

    Distribution called(String otherName) {
        return new Distribution(otherName, content, fields);
    }

    Distribution holding(String text) {
        var other = text.getBytes(StandardCharsets.UTF_8);
        return new Distribution(fileName, other, fields).with("sha256_digest", sha256(other));
    }

    Buffer form() {
        var form = Buffer.buffer();
        fields.forEach((name, value) -> form.appendString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        form.appendString(
                "--%s\r\nContent-Disposition: form-data; name=\"content\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, fileName));
        return form.appendBytes(content).appendString("\r\n--%s--\r\n".formatted(BOUNDARY));
    }

    private static Distribution of(
            String fileName, byte[] content, String name, String version, String type, String python) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(":action", "file_upload");
        fields.put("protocol_version", "1");
        fields.put("metadata_version", "2.1");
        fields.put("name", name);
        fields.put("version", version);
        fields.put("filetype", type);
        fields.put("pyversion", python);
        fields.put("sha256_digest", sha256(content));
        fields.put("project_urls", "Source, https://github.com/octo/widget");
        fields.put("home_page", "https://github.com/famous/project");
        return new Distribution(fileName, content, fields);
    }

    private static String sha256(byte[] content) {
        return new FileContent(content).digest("SHA-256");
    }

    private static byte[] sdistContent(String stem, String text) {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            tar.putArchiveEntry(new TarArchiveEntry(stem + "/"));
            tar.closeArchiveEntry();
            var info = text.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(stem + "/PKG-INFO");
            entry.setSize(info.length);
            tar.putArchiveEntry(entry);
            tar.write(info);
            tar.closeArchiveEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String stem, String... members) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members) {
                zip.putNextEntry(new ZipEntry(stem + ".dist-info/" + member));
                write(zip, member);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
