package dev.assay.clients;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** cargo with a home of its own, and one registry that it knows as {@code assay}. */
final class Cargo {

    /** The first with sparse indexes; Debian 12's own is older. */
    private static final int MINIMUM_MINOR_VERSION = 68;

    private static final Pattern VERSION = Pattern.compile("cargo 1\\.(\\d+)\\.");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path folder;
    private final String program = Tools.onPath("cargo");
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** {@code folder} is its home. */
    Cargo(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        environment.put("PATH", Path.of(program).getParent() + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("CARGO_HOME", folder.resolve("cargo-home").toString());
        environment.put("CARGO_TERM_COLOR", "never");
        var rustup = Optional.ofNullable(System.getenv("RUSTUP_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".rustup"));
        if (Files.isDirectory(rustup)) {
            environment.put("RUSTUP_HOME", rustup.toString());
        }
        refuseOldOne();
    }

    /** Tells it where the registry is, and whom to believe. */
    Cargo knowing(ServedRegistry registry) {
        environment.put("CARGO_HTTP_CAINFO", registry.authority().toString());
        environment.put("CARGO_REGISTRIES_ASSAY_INDEX", "sparse+" + registry.at("/index/"));
        return this;
    }

    /** Runs it in a project, with a token or, if that is empty, without. */
    Ended run(String project, String token, String... arguments) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(environment);
        if (!token.isEmpty()) {
            all.put("CARGO_REGISTRIES_ASSAY_TOKEN", token);
        }
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--manifest-path", folder.resolve(project).resolve("Cargo.toml").toString()));
        return OutsideProgram.run(folder, all, TIMEOUT, command);
    }

    /** Writes a library with one function. */
    Cargo withLibrary(String name, String version) throws IOException {
        var project =
                Files.createDirectories(folder.resolve(name).resolve("src")).getParent();
        Files.writeString(project.resolve("Cargo.toml"), """
                [package]
                name = "%s"
                version = "%s"
                edition = "2021"
                description = "Says which crate it is"
                license = "MIT"
                """.formatted(name, version));
        Files.writeString(
                project.resolve("src/lib.rs"),
                "/// The crate's name.\npub fn name() -> &'static str {\n    \"%s\"\n}\n".formatted(name));
        return this;
    }

    private void refuseOldOne() throws IOException, InterruptedException {
        var version = OutsideProgram.run(folder, environment, TIMEOUT, List.of(program, "--version"))
                .output();
        var found = VERSION.matcher(version);
        if (!found.find() || Integer.parseInt(found.group(1)) < MINIMUM_MINOR_VERSION) {
            Tools.missing("cargo 1." + MINIMUM_MINOR_VERSION + " or later is needed for sparse indexes, and found was "
                    + version.strip());
        }
    }
}
