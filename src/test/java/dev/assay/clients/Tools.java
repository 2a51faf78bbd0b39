package dev.assay.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** A package that the folder's virtual environment has. */
    static void pythonPackage(String name) {
        var libraries = present(folder().resolve("venv/lib"));
        try (var versions = Files.list(libraries)) {
            if (versions.noneMatch(version ->
                    Files.isDirectory(version.resolve("site-packages").resolve(name)))) {
                missing("the Python package " + name + " is missing below " + libraries + "; .ci/run installs it");
            }
        } catch (IOException e) {
            throw new AssertionError(libraries + " cannot be listed", e);
        }
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

    /** A package of the npm registry, as it was installed. */
    static Path npmPackage(String name) {
        return present(folder().resolve("npm/node_modules").resolve(name));
    }

    /** A program of the operating system, or of whoever runs the tests. */
    static String onPath(String name) {
        var places = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator)));
        places.add(Path.of(System.getProperty("user.home"), ".cargo", "bin").toString());
        places.add("/usr/local/go/bin");
        return places.stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(
                        () -> missing(name + " is missing; .ci/run installs it").toString());
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
        return missing(file + " is missing; .ci/run installs it, or set ASSAY_TOOLS to the folder that has it");
    }

    /** Fails where everything has to be there, and is skipped elsewhere. */
    static Path missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(what);
        }
        return abort(what);
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
