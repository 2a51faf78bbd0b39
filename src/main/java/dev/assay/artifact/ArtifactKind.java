package dev.assay.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kinds of package that can be built. */
public enum ArtifactKind {
    /** A Python source distribution (PyPA specification "Source distribution format"). */
    PYTHON_SDIST("python-sdist") {
        @Override
        public Artifact build(String name, String version, String note) {
            var stem = name.replace('-', '_') + "-" + version;
            var files = new TreeMap<String, String>();
            files.put(
                    "PKG-INFO",
                    "Metadata-Version: 2.2\nName: %s\nVersion: %s\nSummary: %s\n".formatted(name, version, note));
            files.put("pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = \"none\"\n");
            var content = TarGz.of(stem, files);
            return artifact(name, version, stem + ".tar.gz", content);
        }
    };

    private final String word;

    ArtifactKind(String word) {
        this.word = word;
    }

    /**
     * Builds a package.
     *
     * @param note any text; another note makes another content under the same name and version
     */
    public abstract Artifact build(String name, String version, String note);

    /**
     * The kind a profile names.
     *
     * @throws IllegalArgumentException if there is none of that name, saying which there are
     */
    public static ArtifactKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no artifact kind " + word + "; known are "
                        + Arrays.stream(values()).map(k -> k.word).collect(Collectors.joining(", "))));
    }

    static Artifact artifact(String name, String version, String fileName, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Artifact(name, version, fileName, content, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
