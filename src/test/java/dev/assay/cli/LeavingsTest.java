package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that removes nothing, and a ledger that an earlier run left. */
class LeavingsTest {
    private static final Pattern ADVICE = Pattern.compile("'assay (clean [^']*)'");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Files.createDirectories(folder.resolve("of registries"));
        Files.writeString(folder.resolve("of registries/mine.yaml"), "extends: pypi\nid: quay\n");
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(
                folder.resolve("out/s3.created.jsonl"), "{\"kind\":\"account\",\"name\":\"assay-s3-alice\"}\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theCommandNamesTheFileThatTheUserNamed() throws IOException {
        var file = folder.resolve("of registries/mine.yaml").toString();

        var ended = assay("run", file, "--target", url(), "--run-id", "s3", "--out", out());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("an earlier run s3 left 1 account at the target");
        assertThat(advice(ended.err()))
                .containsExactly("clean", file, "--target", url(), "--run-id", "s3", "--out", out());
    }

    @Test
    void theCommandSaysWhereTheUsersProfilesAre() throws IOException {
        var profiles = folder.resolve("of registries").toString();

        var ended = assay("run", "mine", "--profiles", profiles, "--target", url(), "--run-id", "s3", "--out", out());

        assertThat(advice(ended.err()))
                .containsExactly(
                        "clean", "mine", "--target", url(), "--run-id", "s3", "--out", out(), "--profiles", profiles);
    }

    @Test
    void theCommandDoesWhatItSays() throws IOException {
        var file = folder.resolve("of registries/mine.yaml").toString();
        var first = assay("run", file, "--target", url(), "--run-id", "s3", "--out", out());

        var again = assay(advice(first.err()).toArray(String[]::new));

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("assay-s3 by hand");
        assertThat(advice(again.out())).isEqualTo(advice(first.err()));
    }

    /** The words of the command that was printed, as a shell takes them. */
    private static List<String> advice(String printed) {
        var advice = ADVICE.matcher(printed);
        assertThat(advice.find()).as(printed).isTrue();
        return WORD.matcher(advice.group(1))
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Ended assay(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = AssayCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
