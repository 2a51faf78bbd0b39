package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {
    private static final String RUN = SampleResults.allPassed().runId();

    @TempDir
    private Path temporary;

    @Test
    void aRunHasItsOwnDirectoryAndNothingElseIsLeft() throws Exception {
        var out = temporary.resolve("not/yet/there");

        var directory = new ReportDirectory(out).write(SampleResults.allPassed());

        assertThat(directory).isEqualTo(out.resolve(RUN));
        assertThat(names(directory))
                .containsExactlyInAnyOrder(
                        "result.json", "index.html", "summary.md", "junit.xml", "badge.svg", "badge.json");
        assertThat(names(out)).containsExactlyInAnyOrder(RUN, "latest");
    }

    @Test
    void latestLeadsToTheNewestRun() throws Exception {
        Files.createDirectory(temporary.resolve("older"));
        Files.createSymbolicLink(temporary.resolve("latest"), Path.of("older"));

        new ReportDirectory(temporary).write(SampleResults.allPassed());

        assertThat(Files.readSymbolicLink(temporary.resolve("latest"))).isEqualTo(Path.of(RUN));
        assertThat(temporary.resolve("latest/index.html")).exists();
    }

    @Test
    void withoutSymbolicLinksLatestForwards() throws Exception {
        LatestLink.forward(temporary.resolve("latest"), "a-run");
        new LatestLink(temporary, "latest").pointTo("another-run");

        assertThat(temporary.resolve("latest/index.html")).content().contains("url=../another-run/index.html");
        assertThat(names(temporary)).containsExactly("latest");
    }

    @Test
    void anExistingReportIsNotTouched() throws Exception {
        Files.writeString(Files.createDirectory(temporary.resolve(RUN)).resolve("old"), "old");

        assertThatThrownBy(() -> new ReportDirectory(temporary).write(SampleResults.allPassed()))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("already exists")
                .hasMessageContaining(RUN);
        assertThat(names(temporary.resolve(RUN))).containsExactly("old");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamedOnce() throws Exception {
        var inTheWay = Files.createFile(temporary.resolve("reports"));

        assertThatThrownBy(() -> new ReportDirectory(inTheWay).prepare(RUN))
                .isInstanceOf(ReportException.class)
                .hasMessage("Cannot write reports into " + inTheWay
                        + ": a file stands where a directory is needed. Name a directory that can be written.");
    }

    @Test
    void aRunIdThatLeadsElsewhereIsRefused() {
        for (var id : List.of("../x", "a/b", "", ".hidden", "latest")) {
            assertThatThrownBy(() -> new ReportDirectory(temporary).prepare(id))
                    .hasMessageContaining("cannot name a directory");
        }
    }

    @Test
    void aFailureHalfwayLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> new ReportDirectory(temporary)
                        .write(SampleResults.allPassed(), temporary.resolve("no-such-directory")))
                .isInstanceOf(ReportException.class);

        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void allureResultsComeScrubbed() throws Exception {
        var allure = Files.createDirectory(temporary.resolve("allure"));
        Files.writeString(
                allure.resolve("1-result.json"), "{\"labels\":[{\"name\":\"host\",\"value\":\"secret-machine\"}]}");

        var directory = new ReportDirectory(temporary).write(SampleResults.allPassed(), allure);

        assertThat(directory.resolve("allure-results/1-result.json")).content().doesNotContain("secret-machine");
        assertThat(allure.resolve("1-result.json")).content().contains("secret-machine");
    }

    private static List<String> names(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
