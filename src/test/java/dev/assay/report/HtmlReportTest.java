package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Path SAMPLES = Path.of("target", "sample-reports");

    private final HtmlReport report = new HtmlReport();

    @Test
    void samplesAreWrittenForPeopleToLookAt() throws Exception {
        Files.createDirectories(SAMPLES);
        report.write(SampleResults.everyVerdict(), SAMPLES.resolve("every-verdict.html"));
        report.write(SampleResults.allPassed(), SAMPLES.resolve("all-passed.html"));
        report.write(SampleResults.twoRuns(), SAMPLES.resolve("two-runs.html"));
        report.write(
                SampleResults.hostile("</pre></script><script>alert(1)</script>\u202Eevil\u0000 \"'<b>"),
                SAMPLES.resolve("hostile.html"));
        report.write(SampleResults.large(300), SAMPLES.resolve("large.html"));
        assertThat(SAMPLES.resolve("large.html")).isNotEmptyFile();
    }

    @Test
    void nothingIsLoadedFromTheNetwork() {
        var page = report.render(SampleResults.everyVerdict());

        assertThat(page)
                .doesNotContain(" src=")
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContainPattern(Pattern.compile("<link(?! rel=\"icon\" href=\"data:,\")"));
        assertThat(page).contains("default-src 'none'");
    }
}
