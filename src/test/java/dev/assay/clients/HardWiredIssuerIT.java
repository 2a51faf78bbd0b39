package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Registries whose issuer is compiled in, in three languages, as docs/proxy.md has it: the sound ones pass, and each is
 * found out when it has a hole.
 */
class HardWiredIssuerIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Path SOURCES = Path.of("src/test/resources/registries").toAbsolutePath();

    /** New and withdrawn keys, names and ids from the forge. */
    private static final String SELECTED = "@JWT-15 or @JWT-16 or @IDN-2";

    /** Besides, who is asked for keys, under which name, and how often, and what the clock has to do with it. */
    private static final String MORE = " or @JWT-6 or @JWT-14 or @JWT-17 or @RES-2 or @TOK-3 or @CLM-2";

    @TempDir
    Path folder;

    private String port;

    @BeforeEach
    void choosePort() throws IOException {
        port = String.valueOf(PeryxServer.freePort());
    }

    @Test
    void aRegistryInPythonIsJudgedRightly() throws Exception {
        var python = List.of(
                Tools.program("python"), SOURCES.resolve("python/registry.py").toString());

        judged("python", python, SELECTED + MORE, "@RES-1", "RES-1");
    }

    @Test
    void theProbeTakesEveryStep() throws Exception {
        var node = List.of(
                Tools.npmPackage("node").resolve("bin/node").toString(),
                SOURCES.resolve("node/registry.mjs").toString());
        var environment = prepared("node");

        try (var running = HardWiredRegistry.start(folder, environment, node, List.of())) {
            var probe = drive("probe", running);

            assertThat(probe.exitCode()).as(probe::output).isZero();
            assertThat(probe.output()).contains("8 of 8 steps done");
        }
    }

    @Test
    void aRegistryInNodeIsJudgedRightly() throws Exception {
        var node = List.of(
                Tools.npmPackage("node").resolve("bin/node").toString(),
                SOURCES.resolve("node/registry.mjs").toString());

        judged("node", node, SELECTED, "@JWT-16", "JWT-16");
    }

    @Test
    void aRegistryInGoIsJudgedRightly() throws Exception {
        var program = folder.resolve("registry").toString();
        var outside = folder.toString();
        var cache =
                Map.of("HOME", outside, "GOCACHE", folder.resolve("go-cache").toString(), "GOTOOLCHAIN", "local");
        var built = OutsideProgram.run(
                SOURCES.resolve("go"), cache, TIMEOUT, List.of(Tools.onPath("go"), "build", "-o", program, "."));
        assertThat(built.exitCode()).as(built::output).isZero();

        judged("go", List.of(program), SELECTED, "@JWT-5", "JWT-5");
    }

    private void judged(String runtime, List<String> registry, String selected, String aboutHole, String violated)
            throws Exception {
        var environment = prepared(runtime);
        var sound = run(environment, registry, List.of(), selected + " or " + aboutHole);
        assertThat(scenarios(sound, "passed")).hasSizeGreaterThan(5);
        assertThat(scenarios(sound, "failed")).isEmpty();
        assertThat(scenarios(sound, "cantTell")).isEmpty();

        var faulty = run(environment, registry, List.of("--hole"), aboutHole + " or @JWT-6");
        assertThat(scenarios(faulty, "failed"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("[" + violated + "]"), "is about " + violated);
        assertThat(scenarios(faulty, "cantTell")).isEmpty();
        assertThat(scenarios(faulty, "passed")).isNotEmpty();
    }

    /** The authority, and what to start a registry with. */
    private Map<String, String> prepared(String runtime) throws Exception {
        var proxy = assay(
                "proxy",
                "--prepare",
                "--issuer-tls",
                "tls",
                "--proxy-port",
                port,
                "--for",
                runtime,
                "--env-file",
                "env");
        assertThat(proxy.exitCode()).as(proxy::output).isZero();
        var environment = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve("env"))) {
            var at = line.indexOf('=');
            environment.put(line.substring("export ".length(), at), line.substring(at + 2, line.length() - 1));
        }
        assertThat(environment).containsEntry("HTTPS_PROXY", "http://127.0.0.1:" + port);
        return environment;
    }

    private JsonNode run(Map<String, String> environment, List<String> registry, List<String> options, String selected)
            throws Exception {
        var runId = options.isEmpty() ? "sound" : "hole";
        try (var running = HardWiredRegistry.start(folder, environment, registry, options)) {
            var run = drive("run", running, "--out", "reports", "--run-id", runId, "--tags", selected);
            var result = folder.resolve("reports").resolve(runId).resolve("result.json");
            assertThat(result).as(() -> run.output() + running.output()).exists();
            return new ObjectMapper().readTree(result.toFile()).at("/runs/0");
        }
    }

    private static List<String> scenarios(JsonNode run, String verdict) {
        return StreamSupport.stream(run.path("scenarios").spliterator(), false)
                .filter(scenario -> scenario.path("verdict").asText().equals(verdict))
                .map(scenario -> "[" + scenario.at("/requirements/0").asText() + "] "
                        + scenario.path("id").asText() + ": "
                        + scenario.path("reason").asText())
                .toList();
    }

    private Ended drive(String command, HardWiredRegistry running, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of(
                command,
                SOURCES.resolve("registry.yaml").toString(),
                "--target",
                running.url(),
                "--hard-wired",
                "--issuer-tls",
                "tls",
                "--proxy-port",
                port));
        arguments.addAll(List.of(options));
        return assay(arguments.toArray(String[]::new));
    }

    private Ended assay(String... arguments) throws Exception {
        var command = new ArrayList<>(Tools.assay(folder));
        command.addAll(List.of(arguments));
        return OutsideProgram.run(folder, Map.of(), TIMEOUT, command);
    }
}
