package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    private final ResultFile file = new ResultFile();

    @Test
    void whatWasWrittenIsReadBack(@TempDir Path directory) {
        var result = SampleResults.everyVerdict();
        var path = directory.resolve(ResultFile.NAME);

        file.write(result, path);

        assertThat(file.read(path)).isEqualTo(result);
    }

    @Test
    void keysThatOtherProgramsReadKeepTheirNamesAndOrder() throws Exception {
        var root = tree(file.toJson(SampleResults.everyVerdict()));
        var run = root.path("runs").get(0);

        assertThat(keys(root))
                .containsExactly(
                        "schemaVersion",
                        "generator",
                        "runId",
                        "startedAt",
                        "durationMs",
                        "command",
                        "chapters",
                        "runs",
                        "summary");
        assertThat(root.path("startedAt").textValue()).isEqualTo("2026-11-24T09:30:00Z");
        assertThat(keys(run)).contains("profile", "target", "identityProvider", "requirements", "scenarios", "summary");
        assertThat(keys(run.path("target"))).contains("kind", "url");
        assertThat(keys(run.path("requirements").get(0))).contains("id", "level", "verdict");
        assertThat(keys(run.path("summary")))
                .containsExactly("scenarios", "requirements", "expected", "healed", "exitCode");
        assertThat(keys(root.path("summary").path("scenarios")))
                .containsExactly("passed", "failed", "cantTell", "inapplicable", "untested");
    }

    @Test
    void theKeyOfAnAbsentValueIsLeftOut() throws Exception {
        var scenarios =
                tree(file.toJson(SampleResults.allPassed())).path("runs").get(0).path("scenarios");

        assertThat(keys(scenarios.get(0))).doesNotContain("reason");
        assertThat(file.toJson(SampleResults.everyVerdict())).doesNotContain(": null");
    }

    @Test
    void aTextThatHasNoUtf8FormIsWrittenAllTheSame(@TempDir Path directory) {
        var path = directory.resolve(ResultFile.NAME);

        file.write(SampleResults.hostile("half a character: \uD800"), path);

        assertThat(file.read(path).runs()).hasSize(1);
    }

    @Test
    void anUnknownVerdictIsRefusedWithItsPath() {
        var json = file.toJson(SampleResults.allPassed()).replace("\"verdict\" : \"passed\"", "\"verdict\" : \"fine\"");

        assertThatThrownBy(() -> file.parse(json, "some.json"))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("some.json does not obey the schema")
                .hasMessageContaining("/runs/0/requirements/0/verdict")
                .hasMessageContaining("more");
    }

    @Test
    void anUnknownKeyIsRefused() {
        var json = file.toJson(SampleResults.allPassed()).replace("\"runId\"", "\"runID\"");

        assertThatThrownBy(() -> file.parse(json, "some.json")).hasMessageContaining("runID");
    }

    @Test
    void anotherVersionIsRefusedInSoManyWords() {
        var json = file.toJson(SampleResults.allPassed()).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2");

        assertThatThrownBy(() -> file.parse(json, "some.json"))
                .hasMessage("some.json has schemaVersion 2, and this program reads 1."
                        + " Use the program that wrote it, or run again.");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> file.parse("{\n  \"schemaVersion\": ,", "some.json"))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("some.json:2:");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path directory) {
        assertThatThrownBy(() -> file.read(directory.resolve("none.json")))
                .hasMessageContaining("none.json: no such file");
    }

    @Test
    void anUnwritableFileIsNamed(@TempDir Path directory) throws Exception {
        var inTheWay = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> file.write(SampleResults.allPassed(), inTheWay.resolve("result.json")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("Cannot write");
    }

    private static JsonNode tree(String json) throws Exception {
        return new JsonMapper().readTree(json);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
