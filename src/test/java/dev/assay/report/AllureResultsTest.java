package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {
    private static final String PATH = "/home/some body/work/features/jwt/audience.feature";

    @TempDir
    private Path directory;

    @Test
    void hostProcessAndDirectoryAreGone() throws Exception {
        write();

        new AllureResults(directory).scrub();

        var text = Files.readString(directory.resolve("1-result.json"));
        assertThat(text)
                .doesNotContain(
                        "some body", "/home", "home.some", "\"host\"", "\"4711@", "machine.example.org", "file:");
        var result = result();
        assertThat(result.path("fullName").textValue()).isEqualTo("features/jwt/audience.feature:12");
        assertThat(label(result, "thread")).isEqualTo("pool-1-thread-2(31)");
        assertThat(label(result, "gherkin_uri")).isEqualTo("features/jwt/audience.feature");
        assertThat(label(result, "package")).isEqualTo("features.jwt.audience_feature.Audience");
        assertThat(label(result, "feature")).isEqualTo("Audience");
        assertThat(result.at("/statusDetails/trace").textValue()).contains("(features/jwt/audience.feature:14)");
        assertThat(result.at("/parameters/0/value").textValue()).isEqualTo("features/jwt/audience.feature");
        assertThat(result.at("/links/0/url").textValue()).isEqualTo("features/jwt/audience.feature");
    }

    @Test
    void theHistoryOfATestDoesNotDependOnWhereItRan() throws Exception {
        write();

        new AllureResults(directory).scrub();

        assertThat(result().path("historyId").textValue())
                .isEqualTo(ResultsUtils.md5("features/jwt/audience.feature:12"));
        assertThat(result().path("testCaseId").textValue())
                .isEqualTo(ResultsUtils.md5("features/jwt/audience.feature:Another registry's audience"));
    }

    @Test
    void relativePathsAndOtherTextStay() {
        for (var text : List.of(
                "features/jwt/audience.feature:12",
                "see features/jwt/audience.feature",
                "a feature",
                "https://example.org/x",
                "/etc/hosts")) {
            assertThat(FeaturePath.relative(text)).isEqualTo(text);
        }
    }

    @Test
    void absolutePathsOfEveryKindBecomeRelative() {
        assertThat(FeaturePath.relative("jar:file:/opt/assay.jar!/features/jwt/a.feature:3"))
                .isEqualTo("features/jwt/a.feature:3");
        assertThat(FeaturePath.relative("file:///C:/Users/me/features/a.feature"))
                .isEqualTo("features/a.feature");
        assertThat(FeaturePath.relative("C:\\Users\\me\\features\\a.feature")).isEqualTo("features/a.feature");
        assertThat(FeaturePath.relative("/home/me/own.feature")).isEqualTo("own.feature");
        assertThat(FeaturePath.relative("at x(file:/home/me/own.feature:7) and /y/features/z.feature"))
                .isEqualTo("at x(own.feature:7) and features/z.feature");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new AllureResults(directory.resolve("none")).scrub())
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("none: no such file or directory");
    }

    private void write() {
        new FileSystemResultsWriter(directory)
                .write(new TestResult()
                        .setUuid("1")
                        .setName("Another registry's audience")
                        .setFullName(PATH + ":12")
                        .setHistoryId("old")
                        .setTestCaseId("old")
                        .setLabels(List.of(
                                ResultsUtils.createLabel("host", "machine.example.org"),
                                ResultsUtils.createLabel("thread", "4711@machine.example.org.pool-1-thread-2(31)"),
                                ResultsUtils.createFeatureLabel("Audience"),
                                ResultsUtils.createPackageLabel(
                                        "home.some body.work.features.jwt.audience_feature.Audience"),
                                ResultsUtils.createLabel("gherkin_uri", "file://" + PATH.replace(" ", "%20"))))
                        .setParameters(
                                List.of(new Parameter().setName("feature").setValue("file://" + PATH)))
                        .setLinks(List.of(new Link().setUrl("file://" + PATH)))
                        .setStatusDetails(new StatusDetails()
                                .setTrace(
                                        "at ✽.the registry refuses it(file://" + PATH.replace(" ", "%20") + ":14)\n")));
    }

    private JsonNode result() throws Exception {
        return new JsonMapper().readTree(directory.resolve("1-result.json").toFile());
    }

    private static String label(JsonNode result, String name) {
        return StreamSupport.stream(result.path("labels").spliterator(), false)
                .filter(label -> label.path("name").textValue().equals(name))
                .map(label -> label.path("value").textValue())
                .findFirst()
                .orElse("");
    }
}
