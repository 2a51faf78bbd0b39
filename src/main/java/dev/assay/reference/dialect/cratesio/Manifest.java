package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The {@code Cargo.toml} of an archive, from which nearly all of a version's metadata comes
 * (crates/crates_io_tarball/src).
 */
record Manifest(JsonNode toml) {

    private static final String MALFORMED = "uploaded tarball is malformed or too large when decompressed";
    private static final long MAXIMUM_UNPACKED = 512L << 20;

    /** Looks through an archive whose paths all have to begin with name and version. */
    static Manifest of(UploadBody upload, FileContent archive) throws Rejected {
        var stem = upload.name() + "-" + upload.version();
        var manifest = new Manifest(parsed(text(stem, archive)));
        manifest.refuseOther("name", upload.name());
        manifest.refuseOther("version", upload.version());
        manifest.refuseIncomplete();
        return manifest;
    }

    /** The name that the archive's only folder has before the version. */
    static String nameOnFolder(FileContent archive, String version) throws Rejected {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive.bytes())))) {
            var first = tar.getNextEntry();
            return first == null ? "" : first.getName().split("-" + Pattern.quote(version) + "/", 2)[0];
        } catch (IOException broken) {
            throw new Rejected(400, MALFORMED);
        }
    }

    /** A text of the {@code package} table, or an empty one. */
    String field(String name) {
        return toml.path("package").path(name).asText("");
    }

    private static String text(String stem, FileContent archive) throws Rejected {
        Optional<String> found = Optional.empty();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive.bytes())))) {
            var unpacked = 0L;
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                refuseOdd(stem, entry);
                unpacked += entry.getSize();
                if (unpacked > MAXIMUM_UNPACKED) {
                    throw new Rejected(400, MALFORMED);
                }
                if (entry.getName().equals(stem + "/Cargo.toml")) {
                    found = Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            throw new Rejected(400, MALFORMED);
        }
        return found.orElseThrow(() -> new Rejected(400, "uploaded tarball is missing a `Cargo.toml` manifest file"));
    }

    private static void refuseOdd(String stem, TarArchiveEntry entry) throws Rejected {
        var path = entry.getName();
        if (!path.startsWith(stem + "/") || ("/" + path + "/").contains("/../")) {
            throw new Rejected(400, "invalid path found: " + path);
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            throw new Rejected(400, "unexpected symlink or hard link found: " + path);
        }
        if (!entry.isFile() && !entry.isDirectory()) {
            throw new Rejected(400, "invalid path found: " + path);
        }
    }

    private static JsonNode parsed(String text) throws Rejected {
        try {
            return new TomlMapper().readTree(text);
        } catch (IOException broken) {
            throw new Rejected(400, "failed to parse `Cargo.toml` manifest file");
        }
    }

    private void refuseOther(String field, String expected) throws Rejected {
        if (!field(field).equals(expected)) {
            throw new Rejected(
                    400,
                    "metadata %s `%s` does not match manifest %s `%s`".formatted(field, expected, field, field(field)));
        }
    }

    private void refuseIncomplete() throws Rejected {
        var missing = new ArrayList<String>();
        if (field("description").isEmpty()) {
            missing.add("description");
        }
        if (field("license").isEmpty() && field("license-file").isEmpty()) {
            missing.add("license");
        }
        if (!missing.isEmpty()) {
            throw new Rejected(
                    400,
                    "missing or empty metadata fields: %s. Please see".formatted(String.join(", ", missing))
                            + " https://doc.rust-lang.org/cargo/reference/manifest.html for more information on"
                            + " configuring these fields");
        }
    }
}
