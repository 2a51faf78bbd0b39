package dev.assay.registry;

import dev.assay.profile.Provisioning.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of the user's, run once for each operation, within bounds of time and output. */
final class ProvisioningProgram {
    /** More than this is no answer, but a program gone wild. */
    static final int MOST_OUTPUT_BYTES = 65_536;

    private final Program program;

    ProvisioningProgram(Program program) {
        this.program = program;
    }

    /** How it ended, and what it printed. */
    record Ended(int exitCode, String out, String err) {
        String firstLineOfErr() {
            return err.lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .map(String::strip)
                    .orElse("it printed nothing on standard error");
        }
    }

    /** The program did not come to an end of its own, or could not be started. */
    static final class NoEndException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Outcome.Kind kind;

        NoEndException(Outcome.Kind kind, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        Outcome.Kind kind() {
            return kind;
        }
    }

    /**
     * Runs the program to its end; if it does not come to one in time, whatever it started is ended with it.
     *
     * @param input what it reads on standard input, in UTF-8
     * @param environment what it finds in its environment besides Assay's own
     * @throws NoEndException if it cannot be started, takes too long, or prints too much
     */
    Ended run(String input, Map<String, String> environment) throws NoEndException {
        var process = start(environment);
        try {
            var out = new BoundedOutput(process.getInputStream(), MOST_OUTPUT_BYTES, process::destroyForcibly);
            var err = new BoundedOutput(process.getErrorStream(), MOST_OUTPUT_BYTES, process::destroyForcibly);
            CompletableFuture.runAsync(() -> feed(process, input));
            if (!process.waitFor(program.timeoutSeconds(), TimeUnit.SECONDS)) {
                throw new NoEndException(
                        Outcome.Kind.TIMEOUT, name() + " did not end within " + program.timeoutSeconds() + " s", null);
            }
            var ended = new Ended(process.exitValue(), out.text(), err.text());
            if (out.isExceeded() || err.isExceeded()) {
                throw new NoEndException(
                        Outcome.Kind.UNEXPECTED, name() + " printed more than " + MOST_OUTPUT_BYTES + " bytes", null);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoEndException(Outcome.Kind.TIMEOUT, name() + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String name() {
        return "the command " + program.run().get(0);
    }

    private Process start(Map<String, String> environment) throws NoEndException {
        var command = new ArrayList<>(program.run());
        command.set(0, program.executable());
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NoEndException(Outcome.Kind.UNEXPECTED, name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static void feed(Process process, String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A program need not read what it does not care for; its answer decides.
        }
    }
}
