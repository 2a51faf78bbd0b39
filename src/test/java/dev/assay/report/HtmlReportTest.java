package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Path SAMPLES = Path.of("target", "sample-reports");
    private static final String HOSTILE =
            "</pre></script><script>alert(1)</script>\u202Eevil\u0000 \"'<b>&amp;{page.title}";
    private static final int LARGE = 300;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final HtmlReport report = new HtmlReport();

    @Test
    void samplesAreWrittenForPeopleToLookAt() throws Exception {
        Files.createDirectories(SAMPLES);
        report.write(SampleResults.everyVerdict(), SAMPLES.resolve("every-verdict.html"));
        report.write(SampleResults.allPassed(), SAMPLES.resolve("all-passed.html"));
        new MatrixPage().write(SampleResults.twoRuns(), SAMPLES.resolve("two-runs.html"));
        report.write(SampleResults.hostile(HOSTILE), SAMPLES.resolve("hostile.html"));
        report.write(SampleResults.large(LARGE), SAMPLES.resolve("large.html"));

        assertThat(SAMPLES.resolve("every-verdict.html")).content().startsWith("<!doctype html>");
    }

    @Test
    void nothingIsLoadedFromTheNetwork() {
        assertThat(report.render(SampleResults.everyVerdict()))
                .contains("default-src 'none'")
                .doesNotContain(" src=", "@import", "url(")
                .doesNotContainPattern(Pattern.compile("<link(?! rel=\"icon\" href=\"data:,\")"));
    }

    @Test
    void everyRequirementAndScenarioHasAnAddressOfItsOwn() {
        var page = report.render(SampleResults.everyVerdict());
        var run = SampleResults.everyVerdict().runs().get(0);

        assertThat(run.requirements())
                .extracting(RequirementResult::id)
                .allSatisfy(id -> assertThat(page).containsOnlyOnce("id=\"" + id + "\""));
        assertThat(run.scenarios())
                .extracting(ScenarioResult::id)
                .allSatisfy(id -> assertThat(page).containsOnlyOnce("id=\"" + id + "\""));
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhere() {
        var page = report.render(SampleResults.everyVerdict()) + report.render(SampleResults.hostile("alone"));

        assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(page).contains("id=\"" + link.group(1) + "\""));
    }

    @Test
    void findingsStandBeforeEverythingElseAndSayWhy() {
        var page = report.render(SampleResults.everyVerdict());
        var findings =
                page.substring(page.indexOf("<section class=\"findings\""), page.indexOf("Every requirement</h2>"));

        assertThat(findings)
                .containsSubsequence("Failed MUST", "JWT-6", "whose audience is another registry", "Failed SHOULD")
                .containsSubsequence(
                        "Healed deviations", "CLM-9", "Can’t tell", "RES-2", "Expected deviations", "IDN-2");
    }

    @Test
    void whatStandsInTheWayOfAHallmarkIsNamed() {
        var page = report.render(SampleResults.everyVerdict());
        var hallmark = page.substring(page.indexOf("No hallmark."), page.indexOf("<section"));

        assertThat(hallmark)
                .contains("A MUST is not met.", "In the way: <a href=\"#JWT-6\">JWT-6</a>", "RES-2")
                .doesNotContain("CLM-9");
    }

    @Test
    void nothingAHostileServerSaysIsMarkup() {
        var page = report.render(SampleResults.hostile(HOSTILE));

        assertThat(page).containsOnlyOnce("<script>").containsOnlyOnce("</script>");
        assertThat(page).doesNotContain("\u202E", "\u0000", "<b>&");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩evil⟨U+0000⟩", "{page.title}");
    }

    @Test
    void aSourceThatIsNoWebAddressIsNoLink() {
        assertThat(Links.followable("https://www.rfc-editor.org/rfc/rfc8725")).isTrue();
        assertThat(Links.followable("javascript:alert(1)")).isFalse();
        assertThat(Links.followable("pypi/warehouse warehouse/oidc/services.py"))
                .isFalse();
    }

    @Test
    void manyScenariosMakeAPageOfBearableSizeInBearableTime() {
        var page = Assertions.assertTimeout(Duration.ofSeconds(60), () -> report.render(SampleResults.large(LARGE)));

        assertThat(page.length()).isLessThan(MOST_CHARACTERS);
    }
}
