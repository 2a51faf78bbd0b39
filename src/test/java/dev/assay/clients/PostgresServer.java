package dev.assay.clients;

import static org.awaitility.Awaitility.await;

import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real PostgreSQL of its own, in a temporary folder, that only a Unix socket leads to. */
final class PostgresServer implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** PostgreSQL does not run as root; Debian's package brings this user. */
    private static final String UNPRIVILEGED = "postgres";

    private final Path folder;
    private final OutsideProgram postgres;

    private PostgresServer(Path folder, OutsideProgram postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts one with an empty database. */
    static PostgresServer start() throws IOException, InterruptedException {
        var initdb = program("initdb");
        var server = program("postgres");
        var folder = Files.createTempDirectory("assay-pg");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (isRoot()) {
            succeed(folder, List.of("chown", UNPRIVILEGED, folder.toString()));
        }
        var data = folder.resolve("data").toString();
        succeed(
                folder,
                unprivileged(List.of(
                        initdb, "-D", data, "-U", "shelf", "--auth=trust", "--no-sync", "--no-locale", "-E", "UTF8")));
        var postgres = OutsideProgram.start(
                folder,
                Map.of(),
                unprivileged(List.of(
                        server,
                        "-D",
                        data,
                        "-k",
                        folder.toString(),
                        "-c",
                        "listen_addresses=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=300")));
        var started = new PostgresServer(folder, postgres);
        try {
            await().atMost(TIMEOUT).until(() -> !postgres.isRunning() || started.answers("SELECT 1", "postgres"));
            succeed(folder, List.of(program("createdb"), "-h", folder.toString(), "-U", "shelf", "shelf"));
            return started;
        } catch (IOException | RuntimeException | AssertionError e) {
            started.close();
            throw new AssertionError("PostgreSQL does not start; " + postgres.output(), e);
        }
    }

    /** How programs that use libpq find it. */
    Map<String, String> environment() {
        return Map.of("PGHOST", folder.toString(), "PGUSER", "shelf", "PGDATABASE", "shelf");
    }

    /** Runs a file of statements. */
    void load(Path file) throws IOException, InterruptedException {
        succeed(folder, psql("shelf", "-v", "ON_ERROR_STOP=1", "-f", file.toString()));
    }

    /** The only value of a query. */
    String value(String query) throws IOException, InterruptedException {
        return succeed(folder, psql("shelf", "-c", query)).output().strip();
    }

    private boolean answers(String query, String database) throws IOException, InterruptedException {
        return OutsideProgram.run(folder, Map.of(), TIMEOUT, psql(database, "-c", query))
                        .exitCode()
                == 0;
    }

    private List<String> psql(String database, String... arguments) {
        var command = new ArrayList<>(List.of(
                program("psql"), "-X", "-q", "-A", "-t", "-h", folder.toString(), "-U", "shelf", "-d", database));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Debian keeps a folder of programs for each version, and puts only the clients on the search path. */
    private static String program(String name) {
        try (var versions = Files.exists(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.<Path>empty()) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElseGet(() -> Tools.onPath(name));
        } catch (IOException e) {
            throw new AssertionError("the programs of PostgreSQL cannot be listed", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> unprivileged(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var other = new ArrayList<>(List.of("runuser", "-u", UNPRIVILEGED, "--"));
        other.addAll(command);
        return other;
    }

    private static Ended succeed(Path folder, List<String> command) throws IOException, InterruptedException {
        var ended = OutsideProgram.run(folder, Map.of("LC_ALL", "C"), TIMEOUT, command);
        if (ended.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + ended.output());
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
