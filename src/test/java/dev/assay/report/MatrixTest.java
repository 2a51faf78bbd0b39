package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.RequirementResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Test
    void requirementsAboutWhichRegistriesDifferComeFirst() {
        var rows = Matrix.of(SampleResults.twoRuns()).rows();

        assertThat(rows.stream().map(Matrix.Row::differs).toList())
                .contains(true, false)
                .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(rows.stream().filter(Matrix.Row::differs).map(Matrix.Row::requirement))
                .extracting(RequirementResult::id)
                .contains("JWT-6", "IDN-2", "RES-2");
    }

    @Test
    void whatARegistryDoesNotOfferOrNobodyTriedIsNoDifference() {
        assertThat(Matrix.of(SampleResults.twoRuns()).rows())
                .filteredOn(row -> row.requirement().id().equals("TOK-8")
                        || row.requirement().id().equals("TOK-3"))
                .hasSize(2)
                .noneMatch(Matrix.Row::differs);
    }

    @Test
    void aCellSaysWhatItsVerdictRestsOn() {
        var cells = Matrix.of(SampleResults.twoRuns()).rows().stream()
                .filter(row -> row.requirement().id().equals("JWT-6"))
                .findFirst()
                .orElseThrow()
                .cells();

        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.basis()).isEqualTo("inferred");
            assertThat(cell.basisMark()).isEqualTo("i");
            assertThat(cell.notes()).hasSize(1);
        });
    }

    @Test
    void theSameProfileWithTwoProvidersGetsTwoFolders() {
        var result = SampleResults.twoRuns();
        var run = result.runs().get(0);

        assertThat(Matrix.folder(result, run)).isEqualTo("pypi");
        assertThat(Matrix.folder(SampleResults.result(List.of(run, run)), run)).isEqualTo("pypi-github-actions");
    }

    @Test
    void everyLinkOfThePageLeadsIntoAReportBesideIt() throws Exception {
        var directory = new ReportDirectory(out).write(SampleResults.twoRuns());
        var page = Files.readString(directory.resolve(HtmlReport.NAME));

        var links = Pattern.compile("href=\"([a-z-]+/index\\.html)(?:#([^\"]+))?\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> {
            var target = Files.readString(directory.resolve(link.group(1)));
            assertThat(link.group(2) == null || target.contains("id=\"" + link.group(2) + "\""))
                    .as(link.group())
                    .isTrue();
        });
    }

    @Test
    void hostileTextsAreEscaped() {
        var hostile = SampleResults.hostile("<script>alert(1)</script>").runs().get(0);
        var page = new MatrixPage().render(SampleResults.result(List.of(hostile, hostile)));

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void theDocumentNamesFindingsWithTheirSourcesAndNoTimes() {
        var text = new EcosystemsDocument().render(SampleResults.twoRuns());

        assertThat(text)
                .contains("| PyPI | none |", "## PyPI", "**IDN-2 ", SampleResults.NO_REPOSITORY_ID.reason())
                .contains("JWT-6 (inferred): the issuer is not compared *(read, not run)*")
                .doesNotContain("14,3", "2026-11-");
    }
}
