package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.clients.OutsideProgram.Ended;
import dev.assay.tls.ThrowAwayAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of docs/targets/shelf.md: one registry on a real PostgreSQL, provisioned in three ways. */
class ShelfIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    /** Enough of each chapter to be refused and accepted for many reasons, and the requirements that shelf does not meet. */
    private static final String TAGS =
            "@POL-1 or @POL-2 or @POL-4 or @POL-7 or @CLM-9 or @IDN-1 or @IDN-2 or @JWT-7 or @JWT-9 or @TOK-8 or @PUB-1";

    private static final List<String> NOT_MET = List.of("CLM-9", "IDN-2");

    private static final String EVERYTHING = "";
    private static final int INTERRUPTED = 130;
    private static final int FINDINGS = 1;

    private static final Map<String, String> ISSUERS = new ConcurrentHashMap<>();

    @TempDir
    static Path folder;

    private static ShelfServer shelf;

    @BeforeAll
    static void start() throws Exception {
        var tls = Files.createDirectories(folder.resolve("tls"));
        ThrowAwayAuthority.create(Clock.systemUTC()).save(tls);
        shelf = ShelfServer.start(folder, tls.resolve("ca.pem"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (shelf != null) {
            shelf.close();
        }
    }

    @Test
    void twoRunsAtOnceOneByCommandOneOverHttpSeeTheSameRegistryAndLeaveNothing() throws Exception {
        try (var overHttp = start("by-http", "http", TAGS)) {
            var byCommand = run("by-command", "command", TAGS);
            var http = overHttp.ended(TIMEOUT);

            assertThat(byCommand.exitCode()).as(byCommand::output).isEqualTo(FINDINGS);
            assertThat(http.exitCode()).as(http::output).isEqualTo(FINDINGS);
        }
        for (var runId : List.of("command", "http")) {
            var run = result(runId);
            assertThat(ids(run, "failed")).as(runId).containsExactlyElementsOf(NOT_MET);
            assertThat(ids(run, "cantTell")).as(runId).isEmpty();
            assertThat(ids(run, "passed")).as(runId).contains("POL-1", "POL-2", "IDN-1", "TOK-8");
            assertThat(folder.resolve("reports/" + runId + ".created.jsonl")).doesNotExist();
        }
        assertThat(ids(result("http"), "passed")).contains("POL-7");
        assertThat(reasons(result("command"), "POL-7"))
                .isNotEmpty()
                .allMatch(reason -> reason.contains("provision.command.asksRegistry"));
        var evidence = Files.readString(folder.resolve("reports/command/result.json"));
        assertThat(evidence).contains("provisioning command", "command:publisher");
        assertThat(Files.readString(folder.resolve("reports/http/result.json")))
                .doesNotContain(ShelfServer.ADMINISTRATOR);
        assertNothingIsLeft();
    }

    @Test
    void aPlanThatWasEnteredOnTheWebPageByHandIsEnough() throws Exception {
        var tags = "@POL-6 or @CLM-3 or @POL-1";
        var plan = assay("plan", "by-hand", "hand", tags, "--json");
        assertThat(plan.exitCode()).as(plan::output).isZero();
        var json = plan.output().substring(plan.output().indexOf('{'));
        for (var policy : new ObjectMapper().readTree(json).path("policies")) {
            for (var name : policy.path("packages")) {
                shelf.enter(form(policy, name.asText()));
            }
        }

        var run = run("by-hand", "hand", tags);

        assertThat(run.exitCode()).as(run::output).isZero();
        assertThat(ids(result("hand"), "passed")).containsExactly("CLM-3", "POL-6");
        assertThat(reasons(result("hand"), "POL-1")).anyMatch(reason -> reason.contains("entered by hand"));
        var clean = assay("clean", "by-hand", "hand", tags);
        for (var policy : new ObjectMapper().readTree(json).path("policies")) {
            assertThat(clean.output())
                    .contains("  " + policy.path("packages").path(0).asText() + "\n");
        }
    }

    @Test
    void whoIsInterruptedCleansUpAndWhatACrashLeavesIsCleanedLater() throws Exception {
        try (var run = start("by-command", "stopped", EVERYTHING)) {
            awaitLedger("stopped");
            run.signal("INT");
            var ended = run.ended(TIMEOUT);

            assertThat(ended.exitCode()).as(ended::output).isEqualTo(INTERRUPTED);
            assertThat(ended.output()).contains("removed");
            assertThat(folder.resolve("reports/stopped.created.jsonl")).doesNotExist();
        }
        try (var run = start("by-command", "crashed", EVERYTHING)) {
            awaitLedger("crashed");
            run.signal("KILL");
            run.ended(TIMEOUT);
        }
        assertThat(leftBy("crashed")).isPositive();
        var again = run("by-command", "crashed", EVERYTHING);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.output()).contains("assay clean");

        var clean = assay("clean", "by-command", "crashed", EVERYTHING);

        assertThat(clean.exitCode()).as(clean::output).isZero();
        assertThat(leftBy("crashed")).isZero();
        assertThat(leftBy("stopped")).isZero();
        assertThat(folder.resolve("reports/crashed.created.jsonl")).doesNotExist();
    }

    private static int leftBy(String runId) throws Exception {
        return shelf.count("users WHERE name LIKE 'assay-" + runId + "-%'")
                + shelf.count("packages WHERE name LIKE 'assay-" + runId + "-%'");
    }

    private static void assertNothingIsLeft() throws Exception {
        for (var runId : List.of("command", "http")) {
            assertThat(leftBy(runId)).as(runId).isZero();
        }
    }

    private static void awaitLedger(String runId) {
        var ledger = folder.resolve("reports/" + runId + ".created.jsonl");
        await().atMost(TIMEOUT)
                .until(() -> Files.exists(ledger) && Files.readAllLines(ledger).size() > 10);
    }

    private static String form(JsonNode policy, String packageName) {
        var publisher = policy.path("publisher");
        var fields = Map.of(
                "package",
                packageName,
                "issuer",
                policy.path("issuer").asText(),
                "repository",
                publisher.path("owner").asText() + "/"
                        + publisher.path("repository").asText(),
                "owner_id",
                publisher.path("ownerId").asText(),
                "workflow",
                publisher.path("workflow").asText(),
                "environment",
                publisher.path("environment").asText(""));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
    }

    private static JsonNode result(String runId) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("reports/" + runId + "/result.json").toFile())
                .at("/runs/0");
    }

    /** The requirements with that verdict. */
    private static List<String> ids(JsonNode run, String verdict) {
        return StreamSupport.stream(run.path("requirements").spliterator(), false)
                .filter(requirement -> requirement.path("verdict").asText().equals(verdict))
                .map(requirement -> requirement.path("id").asText())
                .sorted()
                .toList();
    }

    /** Why scenarios of a requirement did not run. */
    private static List<String> reasons(JsonNode run, String requirement) {
        return StreamSupport.stream(run.path("scenarios").spliterator(), false)
                .filter(scenario -> scenario.path("requirements").toString().contains('"' + requirement + '"'))
                .filter(scenario -> scenario.path("verdict").asText().equals("untested"))
                .map(scenario -> scenario.path("reason").asText())
                .toList();
    }

    private static Ended run(String profile, String runId, String tags) throws Exception {
        return assay("run", profile, runId, tags, "--threads", "2");
    }

    private static OutsideProgram start(String profile, String runId, String tags) throws IOException {
        return program(interruptibly(), "run", profile, runId, tags, "--threads", "2");
    }

    /** Shells let what they start in the background ignore Ctrl-C, and that is inherited. */
    private static List<String> interruptibly() {
        return List.of(
                Tools.program("python"),
                "-c",
                "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])");
    }

    private static Ended assay(String command, String profile, String runId, String tags, String... more)
            throws Exception {
        try (var program = program(List.of(), command, profile, runId, tags, more)) {
            return program.ended(TIMEOUT);
        }
    }

    /** @param by a program that starts it, with its arguments */
    private static OutsideProgram program(
            List<String> by, String command, String profile, String runId, String tags, String... more)
            throws IOException {
        var line = new ArrayList<>(by);
        line.addAll(Tools.assay(folder));
        line.addAll(List.of(
                command,
                ShelfServer.FOLDER.resolve(profile + ".yaml").toString(),
                "--run-id",
                runId,
                "--target",
                shelf.base().toString()));
        if (!command.equals("plan")) {
            line.addAll(List.of("--out", "reports"));
        }
        line.addAll(List.of("--issuer", issuer(runId), "--issuer-tls", "tls"));
        if (!tags.isEmpty()) {
            line.addAll(List.of("--tags", tags));
        }
        line.addAll(List.of(more));
        return OutsideProgram.start(folder, shelf.environment(), line);
    }

    /** The same for a plan and its run. */
    private static String issuer(String runId) {
        return ISSUERS.computeIfAbsent(runId, id -> {
            try {
                return "https://localhost:" + PeryxServer.freePort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
