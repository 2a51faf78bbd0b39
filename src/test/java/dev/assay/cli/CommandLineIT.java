package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says when it is asked, and when it is asked for something that cannot be. */
class CommandLineIT {
    private static final int FEW_LINES = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<String> commands() {
        return AssayCommand.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !List.of("help", "generate-completion").contains(name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandHasAnExample(String command) throws Exception {
        var ended = assay(command, "--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("Usage: assay " + command).containsPattern("Examples?:\\R+ +assay " + command);
    }

    @Test
    void theHelpOfTheProgramNamesEveryCommandAndItsExitCodes() throws Exception {
        var ended = assay("--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("assay run pypi", "Exit codes:")
                .contains(commands().toList());
        assertThat(assay().out()).isEqualTo(ended.out());
    }

    @Test
    void theVersionIsOneAndTheJavaItRunsOn() throws Exception {
        assertThat(assay("--version").out()).matches("assay \\d+\\.\\d+\\.\\d+\\S*\\RJava \\d+.*\\R");
    }

    @Test
    void aCompletionScriptIsGenerated() throws Exception {
        assertThat(assay("generate-completion").out()).contains("complete -F", "--run-id");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("nowhere", new String[] {"run", "nowhere"}),
                Arguments.of("name the profiles to run", new String[] {"run"}),
                Arguments.of("127.0.0.1:1", new String[] {"run", "pypi", "--target", "http://127.0.0.1:1"}),
                Arguments.of("--allow-host", new String[] {"run", "pypi", "--target", "http://192.0.2.1"}),
                Arguments.of("no registry's address", new String[] {"run", "pypi", "--target", "http://0.0.0.0:1"}),
                Arguments.of("user name or password", new String[] {"run", "pypi", "--target", "http://a:b@localhost"}),
                Arguments.of("--issuer https://192.0.2.1", new String[] {
                    "run", "pypi", "--target", "http://127.0.0.1:1", "--issuer", "https://192.0.2.1"
                }),
                Arguments.of(
                        "--answer-timeout 0",
                        new String[] {"run", "pypi", "--target", "http://127.0.0.1:1", "--answer-timeout", "0"}),
                Arguments.of("--target localhost", new String[] {"run", "pypi", "--target", "localhost:80"}),
                Arguments.of("occupied", new String[] {"run", "pypi-strict", "--out", "occupied"}),
                Arguments.of("--run-id Upper", new String[] {"run", "pypi-strict", "--run-id", "Upper"}),
                Arguments.of("bad.yaml:3:", new String[] {"run", "bad.yaml"}),
                Arguments.of("bad.yaml:3:", new String[] {"validate", "bad.yaml"}),
                Arguments.of("odd.yaml:2:1: colour", new String[] {"validate", "odd.yaml"}),
                Arguments.of("*.feature", new String[] {"run", "pypi-strict", "--features", "empty"}),
                Arguments.of("no such directory", new String[] {"run", "pypi-strict", "--features", "gone"}),
                Arguments.of("no such directory", new String[] {"list", "profiles", "--profiles", "gone"}),
                Arguments.of("--tags @JWT-6 or", new String[] {"run", "pypi-strict", "--tags", "@JWT-6 or"}),
                Arguments.of("--tags @JWT-66", new String[] {"run", "pypi-strict", "--tags", "@JWT-66"}),
                Arguments.of("--threads 0", new String[] {"run", "pypi-strict", "--threads", "0"}),
                Arguments.of("gitlab", new String[] {"run", "pypi-strict", "--idp", "gitlab"}),
                Arguments.of("no embedded model", new String[] {"serve", "peryx"}),
                Arguments.of("gitlab", new String[] {"token", "--idp", "gitlab"}),
                Arguments.of("nothing-known", new String[] {"calibrate", "--defect", "nothing-known"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsAnsweredByFewClearLinesAndNothingIsLeftBehind(String complaint, String[] arguments)
            throws Exception {
        prepare();
        var before = files();

        var ended = assay(arguments);

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(complaint);
        assertThat(ended.err().lines()).hasSizeBetween(1, FEW_LINES).noneMatch(line -> line.startsWith("\tat "));
        assertThat(ended.err()).doesNotContain("Exception", "should not happen", "\u001b");
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --threads x", "run --nonsense", "frobnicate", "list nonsense", "serve pypi --port x"})
    void aMisspeltCommandLineIsAnsweredByFewClearLines(String line) throws Exception {
        var ended = assay(line.split(" "));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSizeBetween(1, FEW_LINES);
        assertThat(ended.err()).contains("--help").doesNotContain("Exception");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(taken.getLocalPort());

            var ended = assay("serve", "pypi", "--port", port);

            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains(port).doesNotContain("Exception", "should not happen");
            assertThat(ended.err().lines()).hasSizeBetween(1, FEW_LINES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiles", "requirements", "scenarios", "identity-providers"})
    void whatThereIsIsListedForPeopleAndForPrograms(String topic) throws Exception {
        var json = new ObjectMapper().readTree(assay("list", topic, "--json").out());
        var text = assay("list", topic);

        assertThat(text.exitCode()).isZero();
        assertThat(text.err()).isEmpty();
        assertThat(json.isArray()).isTrue();
        assertThat(json.size()).isPositive();
        assertThat(text.out().lines()).hasSize(json.size());
        assertThat(text.out()).contains(json.get(0).path("id").asText());
    }

    @Test
    void aTokenIsACompactJwtWithTheClaimsThatWereAskedFor() throws Exception {
        var ended = assay("token", "--audience", "somewhere", "--claim", "repository=o/r", "--claim", "run_attempt=3");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).matches("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]{300,}\\R");
        var payload = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(ended.out().split("\\.")[1]));
        assertThat(payload.path("aud").asText()).isEqualTo("somewhere");
        assertThat(payload.path("repository").asText()).isEqualTo("o/r");
        assertThat(payload.path("run_attempt").asInt()).isEqualTo(3);
        assertThat(payload.path("exp").asLong())
                .isGreaterThan(payload.path("iat").asLong());
    }

    @Test
    void aGoodProfileIsFoundValid() throws Exception {
        Files.writeString(folder.resolve("mine.yaml"), "extends: pypi\nid: mine\ntitle: My own\n");

        var ended = assay("validate", "mine.yaml");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("mine.yaml: a valid profile of My own");
    }

    private void prepare() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "extends: pypi\ntoken:\n\tlifetimeSeconds: 9\n");
        Files.writeString(folder.resolve("odd.yaml"), "extends: pypi\ncolour: red\n");
        Files.writeString(folder.resolve("occupied"), "a file");
        Files.createDirectory(folder.resolve("empty"));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private AssayProgram.Ended assay(String... arguments) throws IOException, InterruptedException {
        return new AssayProgram(folder).run(arguments);
    }
}
