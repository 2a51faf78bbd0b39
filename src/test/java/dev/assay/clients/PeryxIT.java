package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite against a real registry that is none of ours: it comes out exactly as docs/targets/peryx.md says. */
class PeryxIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String RUN_ID = "it";
    private static final int MOST_SCENARIOS = 600;
    /** Nothing but foreseen deviations, and refusals that peryx reports as trouble of its own. */
    private static final int CANNOT_TELL = 3;

    @TempDir
    Path folder;

    private final String program = Tools.program("peryx");

    @Test
    void showsTheDocumentedDeviationsAndNothingElse() throws Exception {
        var issuer = "https://localhost:" + PeryxServer.freePort();
        var publishers =
                assay("plan", "peryx", "--render", "--run-id", RUN_ID, "--issuer", issuer, "--issuer-tls", "tls");
        assertThat(publishers.exitCode()).as(publishers::output).isZero();

        var peryxFolder = folder.resolve("peryx");
        var issuers = folder.resolve("tls/ca.pem");
        try (var peryx = PeryxServer.start(program, peryxFolder, publishers.output(), issuers)) {
            var run = assay(
                    "run",
                    "peryx",
                    "--run-id",
                    RUN_ID,
                    "--issuer",
                    issuer,
                    "--issuer-tls",
                    "tls",
                    "--out",
                    "reports",
                    "--target",
                    peryx.base().toString(),
                    "--ca",
                    peryx.authority().toString());

            assertThat(run.exitCode()).as(() -> run.output() + peryx.output()).isEqualTo(CANNOT_TELL);
            assertIsAsDocumented(new ObjectMapper()
                    .readTree(folder.resolve("reports")
                            .resolve(RUN_ID)
                            .resolve("result.json")
                            .toFile())
                    .at("/runs/0"));
        }
    }

    private static void assertIsAsDocumented(JsonNode run) {
        assertThat(run.at("/target/kind").asText()).isEqualTo("live");
        assertThat(run.at("/summary/scenarios/passed").asInt()).isGreaterThan(MOST_SCENARIOS);
        assertThat(lines(run.path("deviations"), d -> d.path("healed").asBoolean()))
                .as("deviations that healed: strike them from profiles/peryx.yaml")
                .isEmpty();
        var scenarios = run.path("scenarios");
        assertThat(lines(scenarios, s -> is(s, "failed") && !s.path("expected").asBoolean()))
                .as("findings that profiles/peryx.yaml does not foresee")
                .isEmpty();
        assertThat(lines(
                        scenarios,
                        s -> is(s, "cantTell")
                                && !s.path("reason").asText().contains("status 503, reported as unavailable")))
                .as("scenarios that cannot be told for another reason than an answer of 503")
                .isEmpty();
    }

    private static boolean is(JsonNode scenario, String verdict) {
        return scenario.path("verdict").asText().equals(verdict);
    }

    private static List<String> lines(JsonNode items, Predicate<JsonNode> chosen) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(chosen)
                .map(item -> item.path("id").asText(item.path("requirement").asText()) + ": "
                        + item.path("reason").asText())
                .toList();
    }

    private Ended assay(String... arguments) throws Exception {
        var command = new ArrayList<>(Tools.assay(folder));
        command.addAll(List.of(arguments));
        return OutsideProgram.run(folder, Map.of(), TIMEOUT, command);
    }
}
