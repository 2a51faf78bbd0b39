package dev.assay.artifact;

import java.util.TreeMap;

/** An archive of a Dart package (dart-lang/pub doc/repository-spec-v2.md, package layout conventions). */
final class PubArchive {
    private PubArchive() {}

    static Artifact build(String name, String version, String note) {
        var files = new TreeMap<String, String>();
        files.put("CHANGELOG.md", "## %s\n\n- %s\n".formatted(version, note));
        files.put("LICENSE", "Permission to use, copy, modify, and distribute this package is granted to anybody.\n");
        files.put(
                "README.md",
                "A package of the conformance harness, published to see what a registry does: %s.\n".formatted(note));
        files.put(
                "lib/%s.dart".formatted(name),
                "/// What this package is about.\nconst note = '%s';\n".formatted(note.replace("'", "\\'")));
        files.put(
                "pubspec.yaml",
                "name: %s\nversion: %s\ndescription: A package of the conformance harness, published to see what a registry does.\nenvironment:\n  sdk: ^3.0.0\n"
                        .formatted(name, version));
        return Artifact.of(name, version, "%s-%s.tar.gz".formatted(name, version), TarGz.of(files));
    }
}
