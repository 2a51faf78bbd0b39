package dev.assay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as users run it: a process of its own, in a folder of its own, output into pipes. */
final class AssayProgram {
    private static final long PATIENCE_SECONDS = 240;

    private final Path folder;

    /** Runs the program in a folder. */
    AssayProgram(Path folder) {
        this.folder = folder;
    }

    /** How it ended, and what it printed. */
    record Ended(int exitCode, String out, String err) {}

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var captured = Files.createTempDirectory("assay-it");
        var out = captured.resolve("out");
        var err = captured.resolve("err");
        var builder = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", captured.toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(String.join(" ", arguments) + " does not end:\n" + Files.readString(err));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            process.destroyForcibly();
            delete(captured);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-jar",
                Path.of(System.getProperty("assay.jar", "target/assay.jar"))
                        .toAbsolutePath()
                        .toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
