package dev.assay.reference.dialect.pypi;

import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Looks into archives as far as the index does (pypi/warehouse warehouse/forklift/legacy.py). */
final class Archives {

    private static final String INVALID = "Invalid distribution file.";

    private Archives() {}

    /** What is wrong with the archive; empty if nothing. */
    static Optional<String> problem(String fileName, FileContent content) {
        try {
            return fileName.endsWith(".tar.gz") ? sdistProblem(fileName, content) : zipProblem(fileName, content);
        } catch (IOException | RuntimeException broken) {
            return Optional.of(INVALID);
        }
    }

    private static Optional<String> sdistProblem(String fileName, FileContent content) throws IOException {
        var names = new HashSet<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(content.bytes())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        var stem = fileName.substring(0, fileName.length() - ".tar.gz".length());
        return names.contains(stem + "/PKG-INFO")
                ? Optional.empty()
                : Optional.of(INVALID + " PKG-INFO not found at %s/PKG-INFO".formatted(stem));
    }

    private static Optional<String> zipProblem(String fileName, FileContent content) throws IOException {
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        if (names.isEmpty()) {
            return Optional.of(INVALID);
        }
        return fileName.endsWith(".whl") ? wheelProblem(fileName, names) : Optional.empty();
    }

    private static Optional<String> wheelProblem(String fileName, Set<String> names) {
        var parts = fileName.split("-");
        var folder = parts.length < 2 ? "" : "%s-%s.dist-info/".formatted(parts[0], parts[1]);
        for (var member : new String[] {"WHEEL", "METADATA", "RECORD"}) {
            if (!names.contains(folder + member)) {
                return Optional.of("Wheel '%s' does not contain the required %s file: %s"
                        .formatted(fileName, member, folder + member));
            }
        }
        return Optional.empty();
    }
}
