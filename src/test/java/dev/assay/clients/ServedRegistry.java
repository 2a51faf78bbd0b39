package dev.assay.clients;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code assay serve --tls}: the embedded registry on a free port, and the environment of a job that it trusts. */
final class ServedRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

    private final OutsideProgram serve;
    private final Map<String, String> environment;

    private ServedRegistry(OutsideProgram serve, Map<String, String> environment) {
        this.serve = serve;
        this.environment = Map.copyOf(environment);
    }

    /** Serves PyPI, and waits until everything is up. */
    static ServedRegistry start(Path folder, String packageName) throws IOException {
        return start(folder, "pypi", packageName);
    }

    /** Serves the registry of a profile, and waits until everything is up. */
    static ServedRegistry start(Path folder, String profile, String packageName) throws IOException {
        var file = folder.resolve("job.env");
        var command = new ArrayList<>(Tools.assay(folder));
        command.addAll(List.of("serve", profile, "--tls", "--package", packageName, "--env-file", file.toString()));
        var serve = OutsideProgram.start(folder, Map.of(), command);
        try {
            await().atMost(START).until(() -> Files.exists(file) || !serve.isRunning());
            return new ServedRegistry(serve, exported(file));
        } catch (IOException | RuntimeException e) {
            serve.close();
            throw new AssertionError("no registry is served; " + serve.output(), e);
        }
    }

    private static Map<String, String> exported(Path file) throws IOException {
        var variables = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var export = EXPORT.matcher(line);
            if (export.matches()) {
                variables.put(export.group(1), export.group(2));
            }
        }
        return variables;
    }

    /** What the CI job finds in its environment, and nothing else. */
    Map<String, String> environment() {
        return environment;
    }

    /** A variable of the job's environment. */
    String variable(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new AssertionError("the environment file has no " + name + ", only " + environment.keySet());
        }
        return value;
    }

    /** An address of the registry. */
    URI at(String path) {
        return URI.create(variable("ASSAY_REGISTRY") + path);
    }

    /** The authority that vouches for the registry and the identity provider. */
    Path authority() {
        return Path.of(variable("SSL_CERT_FILE"));
    }

    /** What {@code assay serve} printed, for whoever has to find out why a test failed. */
    String output() {
        return serve.output();
    }

    @Override
    public void close() {
        serve.close();
    }
}
