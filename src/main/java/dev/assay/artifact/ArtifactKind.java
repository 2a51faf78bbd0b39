package dev.assay.artifact;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of package that can be built. */
public enum ArtifactKind {
    PYTHON_SDIST("python-sdist", PythonSdist::build),
    CRATE("crate", RustCrate::build),
    GEM("gem", GemPackage::build),
    NUPKG("nupkg", Nupkg::build),
    PUB_ARCHIVE("pub-archive", PubArchive::build),
    NPM_TARBALL("npm-tarball", NpmTarball::build);

    private final String word;
    private final Builder builder;

    ArtifactKind(String word, Builder builder) {
        this.word = word;
        this.builder = builder;
    }

    /** Builds the smallest valid package of one ecosystem. */
    @FunctionalInterface
    interface Builder {
        Artifact build(String name, String version, String note);
    }

    /**
     * Builds a package.
     *
     * @param note any text; another note makes another content under the same name and version
     */
    public Artifact build(String name, String version, String note) {
        return builder.build(name, version, note);
    }

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
}
