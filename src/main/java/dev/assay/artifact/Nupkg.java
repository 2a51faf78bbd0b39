package dev.assay.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A NuGet package: a ZIP file after the Open Packaging Conventions with a manifest (ECMA-376 part 2, nuspec reference). */
final class Nupkg {

    private static final String CONTENT_TYPES = """
            <?xml version="1.0" encoding="utf-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
              <Default Extension="nuspec" ContentType="application/octet" />
            </Types>
            """;

    private static final String RELATIONSHIPS = """
            <?xml version="1.0" encoding="utf-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/%s.nuspec" Id="manifest" />
            </Relationships>
            """;

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>%s</id>
                <version>%s</version>
                <authors>Assay</authors>
                <description>%s</description>
              </metadata>
            </package>
            """;

    private Nupkg() {}

    static Artifact build(String name, String version, String note) {
        var files = new LinkedHashMap<String, String>();
        files.put("_rels/.rels", RELATIONSHIPS.formatted(escaped(name)));
        files.put(name + ".nuspec", MANIFEST.formatted(escaped(name), escaped(version), escaped(note)));
        files.put("[Content_Types].xml", CONTENT_TYPES);
        return Artifact.of(name, version, "%s.%s.nupkg".formatted(name, version), zip(files));
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
