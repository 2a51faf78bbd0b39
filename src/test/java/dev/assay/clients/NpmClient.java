package dev.assay.clients;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One version of npm, run in a folder of its own against one registry. */
final class NpmClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path folder;
    private final String version;
    private final ServedRegistry registry;

    private NpmClient(Path folder, String version, ServedRegistry registry) {
        this.folder = folder;
        this.version = version;
        this.registry = registry;
    }

    /**
     * An npm whose folder holds the package isarray 2.0.5, ready to be published.
     *
     * @param version the name that .ci/run installs it under, such as {@code npm-11}
     */
    static NpmClient at(Path folder, String version, ServedRegistry registry) throws IOException {
        Files.createDirectories(folder);
        for (var file : List.of("package.json", "index.js", "README.md")) {
            Files.copy(Tools.npmPackage("isarray").resolve(file), folder.resolve(file));
        }
        return new NpmClient(folder, version, registry);
    }

    /** Where it works; also its home. */
    Path folder() {
        return folder;
    }

    /** Writes the credential that it uses for the registry. */
    NpmClient withToken(String token) throws IOException {
        var host = registry.variable("ASSAY_REGISTRY").replaceFirst("^https:", "");
        Files.writeString(folder.resolve(".npmrc"), host + "/:_authToken=" + token + "\n");
        return this;
    }

    /** Runs a command as a CI job does. */
    Ended runInJob(String... arguments) throws IOException, InterruptedException {
        return run(registry.environment(), arguments);
    }

    /** Runs a command as a maintainer does. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("NODE_EXTRA_CA_CERTS", registry.authority().toString()), arguments);
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Tools.npmPackage("node").resolve("bin/node").toString());
        command.add(Tools.npmPackage(version).resolve("bin/npm-cli.js").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--registry", registry.at("/").toString(), "--update-notifier=false"));
        return OutsideProgram.run(folder, environment, TIMEOUT, command);
    }
}
