package dev.assay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Start-up data that the build recorded next to the jar: a class-data archive, or an ahead-of-time cache where the JDK has
 * one. A jar cannot ask its JVM for it, so the program starts itself once more with it, which pays for itself many times.
 */
final class StartUpData {
    private static final String DONE = "assay.started.with.data";
    private static final int FIRST_WITH_CACHE = 25;

    /**
     * For a program that runs for half a minute, mostly in code that it never runs again: compile only what is really hot,
     * and collect without helpers. Together they save a third of the processor time of a run.
     */
    private static final List<String> SHORT_LIVED = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=100000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private static final long PATIENCE_SECONDS = 30;

    private StartUpData() {}

    /**
     * Runs the program with its start-up data, if there is some that fits this JVM.
     *
     * @return its exit code; empty if there is none to use, or the user gave the JVM options of their own
     */
    static Optional<Integer> run(String... args) {
        if (System.getProperty(DONE) != null) {
            return Optional.empty();
        }
        return jar().filter(jar -> startedPlainly())
                .flatMap(jar -> option(jar).map(option -> start(option, jar, args)));
    }

    private static Optional<Path> jar() {
        var source = StartUpData.class.getProtectionDomain().getCodeSource();
        return Optional.ofNullable(source)
                .map(known -> known.getLocation().toString())
                .filter(location -> location.startsWith("file:") && location.endsWith(".jar"))
                .map(location -> Path.of(URI.create(location)));
    }

    /** Whether the command line is {@code java -jar} and nothing in between. */
    private static boolean startedPlainly() {
        return ProcessHandle.current()
                .info()
                .arguments()
                .filter(arguments -> arguments.length > 0 && arguments[0].equals("-jar"))
                .isPresent();
    }

    private static Optional<List<String>> option(Path jar) {
        var version = Runtime.version();
        var cache = jar.resolveSibling("assay-" + version + ".aot");
        var archive = jar.resolveSibling("assay-" + version + ".jsa");
        if (version.feature() >= FIRST_WITH_CACHE && Files.exists(cache)) {
            return Optional.of(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        return Files.exists(archive)
                ? Optional.of(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"))
                : Optional.empty();
    }

    private static int start(List<String> options, Path jar, String... args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(SHORT_LIVED);
        command.add("-D" + DONE + "=true");
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(args));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot start itself with its start-up data", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /** The program may have something to tidy up, and its user waits for that. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
