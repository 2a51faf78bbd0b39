package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The action and the examples for CI systems say only what this version understands. */
class CiExamplesTest {
    private static final Path ACTION = Path.of(".github/actions/assay/action.yml");
    private static final Path EXAMPLES = Path.of("docs/ci");
    private static final Path PAGE = Path.of("docs/ci.md");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("java -jar \\S*assay\\.jar ([^\\n|;]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\(\\([^)]*\\)\\)|\\$\\{\\{[^}]*}}|\\$\\{?\\w+}?");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"github.yaml", "gitlab.yaml", "kubernetes.yaml"})
    void everyCommandOfAnExampleIsUnderstood(String name) throws IOException {
        var file = EXAMPLES.resolve(name);
        assertThat(Files.readString(PAGE)).contains("(ci/" + name + ")");
        assertThat(documents(file))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.isObject()).isTrue());

        var commands = documents(file).stream()
                .flatMap(document -> texts(document).stream())
                .flatMap(text -> COMMAND.matcher(text).results().map(found -> found.group(1)))
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(CiExamplesTest::isUnderstood);
    }

    @Test
    void everyCommandOfThePageIsUnderstood() throws IOException {
        var commands = COMMAND.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(commands).hasSizeGreaterThan(4).allSatisfy(CiExamplesTest::isUnderstood);
    }

    @Test
    void theActionPassesOnlyOptionsThatRunHas() throws IOException {
        var script = step("Run Assay").get("run").textValue();
        var run =
                AssayCommand.commandLine().parseArgs("run", "pypi").subcommand().commandSpec();

        var passed =
                OPTION.matcher(script).results().map(found -> found.group()).toList();

        assertThat(passed).contains("--target", "--shard", "--baseline", "--ca", "--allow-host", "--run-id");
        assertThat(passed)
                .allSatisfy(
                        option -> assertThat(run.findOption(option)).as(option).isNotNull());
    }

    @Test
    void theExampleUsesOnlyInputsThatTheActionHas() throws IOException {
        var inputs = new ArrayList<String>();
        YAML.readTree(ACTION.toFile()).get("inputs").fieldNames().forEachRemaining(inputs::add);
        var used = new ArrayList<String>();
        for (var step : documents(EXAMPLES.resolve("github.yaml")).get(0).at("/jobs/shard/steps")) {
            if (step.path("uses").asText().endsWith("/actions/assay")) {
                step.get("with").fieldNames().forEachRemaining(used::add);
            }
        }

        assertThat(used).contains("profile", "shard").isSubsetOf(inputs);
        assertThat(inputs)
                .allSatisfy(input -> assertThat(Files.readString(PAGE)).contains("`" + input));
    }

    @Test
    void theActionHandsItsInputsOverAndTellsWhatBecameOfThem() throws Exception {
        var ended = run(
                step("Run Assay"),
                Map.ofEntries(
                        Map.entry("PROFILE", "pypi npm"),
                        Map.entry("TARGET", ""),
                        Map.entry("RUN_ID", "ci"),
                        Map.entry("CA", "my ca.pem"),
                        Map.entry("ALLOW_HOST", "a.example b.example"),
                        Map.entry("BASELINE", ""),
                        Map.entry("SHARD", "1/3"),
                        Map.entry("ARGS", "--tags\n@JWT-6 or @POL-1\n"),
                        Map.entry("JAR", "my.jar"),
                        Map.entry("STUB_CODE", "3")));

        assertThat(ended).as(read("log")).isZero();
        assertThat(read("arguments").lines().filter(line -> !line.startsWith("/")))
                .containsExactly(
                        "-jar",
                        "my.jar",
                        "run",
                        "pypi",
                        "npm",
                        "--out",
                        "--run-id",
                        "ci",
                        "--ca",
                        "my ca.pem",
                        "--allow-host",
                        "a.example",
                        "--allow-host",
                        "b.example",
                        "--shard",
                        "1/3",
                        "--tags",
                        "@JWT-6 or @POL-1");
        assertThat(read("output")).contains("exit-code=3\n", "name=ci-shard-1-of-3\n", "/summary.md\n");
        assertThat(read("steps")).isEqualTo("# It went well\n");
    }

    @ParameterizedTest
    @CsvSource({
        "findings, 0, 0", "findings, 1, 1", "findings, 2, 2", "findings, 3, 0",
        "doubts, 0, 0", "doubts, 1, 1", "doubts, 2, 2", "doubts, 3, 3",
        "nothing, 0, 0", "nothing, 1, 0", "nothing, 2, 2", "nothing, 3, 0",
        "noise, 0, 2"
    })
    void theActionFailsOnWhatItWasTold(String failOn, String code, int verdict) throws Exception {
        assertThat(run(step("Verdict"), Map.of("FAIL_ON", failOn, "CODE", code)))
                .isEqualTo(verdict);
    }

    /** Runs a step's script as a runner does, with a stand-in for Java that writes down its arguments and a report. */
    private int run(JsonNode step, Map<String, String> environment) throws IOException, InterruptedException {
        var programs = Files.createDirectory(folder.resolve("bin"));
        var java = Files.writeString(programs.resolve("java"), """
                #!/bin/bash
                printf '%s\\n' "$@" > "$HOME/arguments"
                while [ "$1" != --out ]; do shift; done
                mkdir -p "$2/ci-shard-1-of-3"
                echo '# It went well' > "$2/ci-shard-1-of-3/summary.md"
                exit "$STUB_CODE"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var builder = new ProcessBuilder(
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-eo",
                        "pipefail",
                        "-c",
                        step.get("run").textValue())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(new HashMap<>(environment));
        builder.environment()
                .putAll(Map.of(
                        "PATH", programs + ":/usr/bin:/bin",
                        "HOME", folder.toString(),
                        "RUNNER_TEMP", folder.toString(),
                        "GITHUB_OUTPUT", folder.resolve("output").toString(),
                        "GITHUB_STEP_SUMMARY", folder.resolve("steps").toString()));
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static JsonNode step(String name) throws IOException {
        for (var step : YAML.readTree(ACTION.toFile()).at("/runs/steps")) {
            if (step.path("name").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("no step is called " + name);
    }

    private static void isUnderstood(String command) {
        var plain = VARIABLE.matcher(command).replaceAll("1").replace("\"", "");
        var arguments = plain.strip().split("\\s+");
        var parsed = AssayCommand.commandLine().parseArgs(arguments);
        assertThat(parsed.subcommand().unmatched()).isEmpty();
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        return YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(file.toFile())
                .readAll();
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        var texts = new ArrayList<String>();
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
