package dev.assay.reference.dialect.cratesio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Orders versions as Semantic Versioning does, as far as a crate's own numbers need it. */
final class Versions {

    private static final Comparator<String> ORDER = Comparator.<String, long[]>comparing(
                    Versions::numbers, Arrays::compare)
            .thenComparing(version -> isStable(version) ? 1 : 0)
            .thenComparing(Comparator.naturalOrder());

    private Versions() {}

    static Optional<String> highest(List<String> versions) {
        return versions.stream().max(ORDER);
    }

    static Optional<String> highestStable(List<String> versions) {
        return versions.stream().filter(Versions::isStable).max(ORDER);
    }

    private static boolean isStable(String version) {
        return !withoutBuild(version).contains("-");
    }

    /** Versions that differ in build metadata only are the same. */
    static String withoutBuild(String version) {
        return version.split("\\+", 2)[0];
    }

    private static long[] numbers(String version) {
        return Arrays.stream(withoutBuild(version).split("-", 2)[0].split("\\."))
                .mapToLong(part -> Long.parseLong(part.substring(0, Math.min(part.length(), 18))))
                .toArray();
    }
}
