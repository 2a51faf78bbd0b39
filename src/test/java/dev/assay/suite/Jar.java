package dev.assay.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it. */
final class Jar {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private Jar() {}

    /** How a run of the program ended, and what it printed. */
    record Ended(int exitCode, String output) {}

    static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("assay.jar")));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "assay", ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("did not end within " + PATIENCE + ":\n" + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }
}
