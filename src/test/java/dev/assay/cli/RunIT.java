package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ResultFile;
import dev.assay.result.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One requirement, from a folder that holds nothing, by the packaged program. */
class RunIT {
    private static final String SIGNED_TOKEN = "eyJ[\\w-]{5,}\\.eyJ[\\w-]{5,}\\.[\\w-]+";
    private static final String REGISTRY_TOKEN = "pypi-Ag[\\w-]{13,}";

    @Test
    void aRunWritesAllItsReportsAndNoSecret(@TempDir Path folder) throws Exception {
        var ended = new AssayProgram(folder)
                .run(Map.of("NO_COLOR", "1"), "run", "pypi-strict", "--tags", "@JWT-6", "--run-id", "first");

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain("\u001b", "\r");
        var report = folder.resolve("reports/first");
        assertThat(ended.out()).contains("reports/first");
        assertThat(names(report)).contains("result.json", "index.html", "junit.xml", "allure-results");
        assertThat(folder.resolve("reports/latest/index.html")).hasSameTextualContentAs(report.resolve("index.html"));
        assertThat(names(folder)).containsExactly("reports");

        var run = new ResultFile().read(report.resolve("result.json")).runs().get(0);
        assertThat(run.profile()).isEqualTo("pypi-strict");
        assertThat(run.target().kind()).isEqualTo("embedded");
        assertThat(run.scenarios())
                .filteredOn(s -> s.requirements().contains("JWT-6"))
                .filteredOn(s -> s.verdict() != Verdict.INAPPLICABLE)
                .hasSizeGreaterThan(30)
                .allMatch(s -> s.verdict() == Verdict.PASSED);
        assertThat(run.scenarios())
                .filteredOn(s -> !s.requirements().contains("JWT-6"))
                .allMatch(s -> s.verdict() == Verdict.UNTESTED);
        assertThat(run.hallmark()).isEqualTo("none");

        for (var file : files(folder)) {
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as(folder.relativize(file).toString())
                    .doesNotContainPattern(SIGNED_TOKEN)
                    .doesNotContainPattern(REGISTRY_TOKEN)
                    .doesNotContain(folder.toString());
        }
        assertThat(ended.out() + ended.err()).doesNotContainPattern(SIGNED_TOKEN);
    }

    @Test
    void aReportIsNotWrittenOverAnother(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("out/again"));

        var ended = new AssayProgram(folder).run("run", "pypi-strict", "--out", "out", "--run-id", "again");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("out/again").hasLineCount(1);
        assertThat(names(folder.resolve("out"))).containsExactly("again");
    }

    @Test
    void ownFeaturesAndAnOwnProfileAreEnough(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("features"));
        Files.writeString(
                folder.resolve("mine.yaml"), "extends: pypi-strict\nkeeps: [embedded]\nid: mine\ntitle: My own\n");
        Files.writeString(folder.resolve("features/alone.feature"), """
                Feature: Alone
                  @JWT-6
                  Scenario: A refusal without its twin
                    Given a package with a trusted publisher
                    When the workload presents an ID token whose audience is another service
                    Then it is refused
                """);

        var ended = new AssayProgram(folder)
                .run("run", "mine.yaml", "--features", "features", "--out", "out", "--run-id", "own");

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.out()).contains("My own");
        var scenarios = new ResultFile()
                .read(folder.resolve("out/own/result.json"))
                .runs()
                .get(0)
                .scenarios();
        assertThat(scenarios).singleElement().satisfies(s -> {
            assertThat(s.verdict()).isEqualTo(Verdict.CANT_TELL);
            assertThat(s.location()).isEqualTo("features/alone.feature:3");
        });
    }

    @Test
    void aTargetThatDiesEndsTheRunAndLeavesAReport(@TempDir Path folder) throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            var hangsUp = new Thread(() -> hangUp(silent));
            hangsUp.setDaemon(true);
            hangsUp.start();

            var ended = new AssayProgram(folder)
                    .run(
                            Map.of("HTTP_PROXY", "http://127.0.0.1:1", "http_proxy", "http://127.0.0.1:1"),
                            "run",
                            "pypi",
                            "--target",
                            "http://127.0.0.1:" + silent.getLocalPort(),
                            "--issuer",
                            "http://localhost:0",
                            "--run-id",
                            "dead");

            assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("--target http://127.0.0.1:" + silent.getLocalPort()
                            + ": the target has not answered since");
            assertThat(new ResultFile()
                            .read(folder.resolve("reports/dead/result.json"))
                            .runs()
                            .get(0)
                            .scenarios())
                    .filteredOn(s -> s.verdict() == Verdict.UNTESTED)
                    .hasSizeGreaterThan(300);
        }
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                server.accept().close();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
