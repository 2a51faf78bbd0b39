package dev.assay.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real clients and registries that {@code .ci/run} installs, in the folder {@code ASSAY_TOOLS}. A test that misses one
 * is skipped with the reason, and fails where {@code CI=true} says that everything has to be there.
 */
final class Tools {
    private Tools() {}

    /** A program of the folder's virtual environment. */
    static String program(String name) {
        return present(folder().resolve("venv/bin").resolve(name)).toString();
    }

    /** A program that the system's own packages install. */
    static String systemProgram(String name) {
        return Stream.of("/usr/local/bin", "/usr/bin", "/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> present(Path.of("/usr/bin", name)))
                .toString();
    }

    /** The wheel and the source distribution of iniconfig 2.3.1. */
    static List<Path> distributions() {
        var dists = folder().resolve("dists");
        return List.of(
                present(dists.resolve("iniconfig-2.3.1-py3-none-any.whl")),
                present(dists.resolve("iniconfig-2.3.1.tar.gz")));
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("ASSAY_TOOLS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "assay-tools"));
    }

    private static Path present(Path file) {
        if (Files.exists(file)) {
            return file.toAbsolutePath();
        }
        var missing = file + " is missing; .ci/run installs it, or set ASSAY_TOOLS to the folder that has it";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        return abort(missing);
    }

    /** Assay itself, as users have it: the packaged jar. */
    static List<String> assay(Path folder) throws IOException {
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                Path.of(System.getProperty("assay.jar", "target/assay.jar"))
                        .toAbsolutePath()
                        .toString());
    }
}
