package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the first page, as a reader follows it. */
class GettingStartedTest {
    private static final Path PROFILE = Path.of("docs/targets/pantry/pantry.yaml");
    private static final Pattern RUN_ID = Pattern.compile("--run-id (\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void thePageShowsTheProfileOfTheExample() throws IOException {
        assertThat(Files.readString(Path.of("docs/getting-started.md"))).contains(Files.readString(PROFILE));
    }

    @Test
    void theExampleTakesThePolicyThatTheProbePrintsAndThenEveryStep() throws Exception {
        assumeTrue(hasPython(), "needs python3");
        var publishers = Files.writeString(folder.resolve("publishers.json"), "[]");
        var port = freePort();
        var registry = new ProcessBuilder(
                        "python3", "docs/targets/pantry/registry.py", Integer.toString(port), publishers.toString())
                .inheritIO()
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answers(port));
            var arguments = List.of(
                    "probe",
                    PROFILE.toString(),
                    "--target",
                    "http://127.0.0.1:" + port,
                    "--issuer",
                    "http://localhost:" + freePort());

            var asked = assay(arguments, List.of());
            Files.writeString(publishers, asked.out());
            var runId = RUN_ID.matcher(asked.err());
            assertThat(runId.find()).as(asked.err()).isTrue();
            var probed = assay(arguments, List.of("--run-id", runId.group(1)));

            assertThat(asked.exitCode()).isEqualTo(2);
            assertThat(probed.exitCode()).as(probed.out()).isZero();
            assertThat(probed.out()).contains("5 of 5 steps done").doesNotContain("note:", "hint:");
        } finally {
            registry.destroy();
            registry.waitFor();
        }
    }

    private static Ended assay(List<String> arguments, List<String> more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(arguments);
        all.addAll(more);
        var exitCode = AssayCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
