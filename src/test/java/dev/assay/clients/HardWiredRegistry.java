package dev.assay.clients;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A small registry of its own process, which knows the real issuer, a proxy and an authority, and nothing of Assay. */
final class HardWiredRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("registry at (http://127\\.0\\.0\\.1:\\d+)");

    private final OutsideProgram program;
    private final String url;

    private HardWiredRegistry(OutsideProgram program, String url) {
        this.program = program;
        this.url = url;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param command to which a port is appended, and what follows it
     * @param environment what {@code assay proxy} printed
     */
    static HardWiredRegistry start(
            Path folder, Map<String, String> environment, List<String> command, List<String> options)
            throws IOException {
        var whole = new ArrayList<>(command);
        whole.add("0");
        whole.addAll(options);
        var program = OutsideProgram.start(folder, environment, whole);
        try {
            await().atMost(START)
                    .until(() -> !program.isRunning()
                            || ADDRESS.matcher(program.output()).find());
            var address = ADDRESS.matcher(program.output());
            if (!address.find()) {
                throw new AssertionError("the registry ended at once; " + program.output());
            }
            return new HardWiredRegistry(program, address.group(1));
        } catch (RuntimeException | AssertionError e) {
            program.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }
}
