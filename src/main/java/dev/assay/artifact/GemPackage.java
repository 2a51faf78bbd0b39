package dev.assay.artifact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A Ruby gem: a tar of {@code metadata.gz}, {@code data.tar.gz} and {@code checksums.yaml.gz}, the same bytes for the same
 * content (rubygems/rubygems lib/rubygems/package.rb).
 */
final class GemPackage {

    private static final String METADATA = """
            --- !ruby/object:Gem::Specification
            name: %s
            version: !ruby/object:Gem::Version
              version: %s
            platform: ruby
            authors:
            - Assay
            bindir: bin
            cert_chain: []
            date: 1980-01-02 00:00:00.000000000 Z
            dependencies: []
            executables: []
            extensions: []
            extra_rdoc_files: []
            files:
            - lib/%s.rb
            licenses: []
            metadata: {}
            rdoc_options: []
            require_paths:
            - lib
            required_ruby_version: !ruby/object:Gem::Requirement
              requirements:
              - - ">="
                - !ruby/object:Gem::Version
                  version: '0'
            required_rubygems_version: !ruby/object:Gem::Requirement
              requirements:
              - - ">="
                - !ruby/object:Gem::Version
                  version: '0'
            requirements: []
            rubygems_version: 3.5.22
            specification_version: 4
            summary: "%s"
            test_files: []
            """;

    private GemPackage() {}

    static Artifact build(String name, String version, String note) {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("metadata.gz", gzip(utf8(metadata(name, version, note))));
        members.put("data.tar.gz", gzip(tar(Map.of("lib/" + name + ".rb", utf8("# " + escaped(note) + "\n")))));
        members.put("checksums.yaml.gz", gzip(utf8(checksums(members))));
        return Artifact.of(name, version, name + "-" + version + ".gem", tar(members));
    }

    private static String metadata(String name, String version, String note) {
        return METADATA.formatted(name, version, name, escaped(note));
    }

    private static String checksums(Map<String, byte[]> members) {
        var text = new StringBuilder("---\n");
        for (var algorithm : new String[] {"SHA-256", "SHA-512"}) {
            text.append(algorithm.replace("-", "")).append(":\n");
            members.forEach(
                    (member, content) -> text.append("  %s: %s\n".formatted(member, digest(algorithm, content))));
        }
        return text.toString();
    }

    private static byte[] tar(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                var entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
