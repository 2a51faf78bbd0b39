package dev.assay.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own, started with nothing in its environment but what it is given; closing it ends it. */
final class OutsideProgram implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final String name;
    private final Process process;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();

    private OutsideProgram(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(this::read, name + " output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param folder where it works; also its home
     */
    static OutsideProgram start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", folder.toString(), "NO_COLOR", "1"));
        builder.environment().putAll(environment);
        return new OutsideProgram(Path.of(command.get(0)).getFileName().toString(), builder.start());
    }

    /** Runs a program to its end. */
    static Ended run(Path folder, Map<String, String> environment, Duration timeout, List<String> command)
            throws IOException, InterruptedException {
        try (var program = start(folder, environment, command)) {
            return program.ended(timeout);
        }
    }

    /** How a program ended, and all that it printed. */
    record Ended(int exitCode, String output) {}

    /** Sends it a signal, such as INT for what Ctrl-C does. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end. */
    Ended ended(Duration timeout) throws InterruptedException {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    name + " did not end within " + timeout.toSeconds() + " s; it printed:\n" + output);
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return new Ended(process.exitValue(), output.toString());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** What it printed so far. */
    String output() {
        return name + " printed:\n" + output;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> output.append(line).append('\n'));
        } catch (IOException | UncheckedIOException e) {
            output.append("[the output ended: ").append(e.getMessage()).append("]\n");
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
