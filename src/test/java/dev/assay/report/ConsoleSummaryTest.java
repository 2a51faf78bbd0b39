package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleSummaryTest {
    private static final Path REPORT = Path.of("reports", "20261124-0930-7f3a");

    @Test
    void aRunEndsWithChaptersFindingsAndHallmark() {
        assertThat(new ConsoleSummary(false, true).render(SampleResults.everyVerdict(), REPORT))
                .isEqualTo("""
                        PyPI with github-actions
                        Embedded model, behaviour pypi; pypi/warehouse, source read at commit 6b62157124ab on 2026-08-21

                          POL  Policy                ✓✓✓✓✓✓✓✓✓–     18 passed, 1 inapplicable; –10
                          PEN  Pending publisher     ✓✓✓✓           7 passed
                          JWT  ID token              ✓✓✓✓✓✗✓✓✓✓✓✓✓  33 passed, 1 failed; ✗6
                          CLM  Claims                ✓✓✓✓✓✓✓        17 passed
                          IDN  Identity              ✓△✓            6 passed, 1 failed (expected); △2
                          TOK  Registry token        ✓✓○✓–          11 passed, 1 untested, 1 inapplicable; ○3 –8
                          PUB  Publishing            ✓✓             3 passed
                          ERR  Errors                ✗✓             4 passed, 1 failed; ✗1
                          RES  Resilience            ✓?             3 passed, 1 can’t tell; ?2
                          DOC  Documentation         ○              1 untested; ○1

                          ✓ passed   ✗ failed   ? can’t tell   △ failed (expected)   ○ untested   – nothing applicable

                        Findings

                          ✗ JWT-6 MUST failed: The audience is exact and service-specific
                            The audience is exact and service-specific, case 3
                              The registry granted a token to an ID token whose audience is another registry's.

                          ✗ ERR-1 SHOULD failed: A refusal says which step failed
                            A refusal says which step failed, case 1
                              The registry granted a token to an ID token whose audience is another registry's.

                          ✓ CLM-9 SHOULD healed: Dangerous triggers are refused
                            No scenario failed any more; delete the entry that lists this deviation: pull_request_target was
                            accepted.

                          ? RES-2 SHOULD can’t tell: Unknown key ids do not become a flood
                            Unknown key ids do not become a flood, case 2
                              The forged token was refused, but so was its twin: the refusal proves nothing.

                        △ Failed as the profile foretells: IDN-2

                        Hallmark  none
                        Met       41 of 49 requirements (2 of them with nothing applicable), in 110 scenarios
                        Took      14.3 s
                        Report    reports/20261124-0930-7f3a/index.html
                        """);
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() {
        var text = new ConsoleSummary(false, false).render(SampleResults.everyVerdict());

        assertThat(text).isASCII().contains("  JWT  ID token              +++++x+++++++  33 passed, 1 failed; x6\n");
        assertThat(text).contains("? RES-2 SHOULD can't tell: Unknown key ids");
    }

    @Test
    void coloursNeverStandAlone() {
        var coloured = new ConsoleSummary(true, true).render(SampleResults.everyVerdict(), REPORT);

        assertThat(coloured).contains("\u001B[31m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(new ConsoleSummary(false, true).render(SampleResults.everyVerdict(), REPORT));
    }

    @Test
    void noLineIsLongerThanAHundredColumns() {
        var reason = "The registry said at some length that it did not like the token. ".repeat(9);

        assertThat(new ConsoleSummary(false, true)
                        .render(SampleResults.hostile(reason))
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Ink.COLUMNS));
    }

    @Test
    void aServerCannotWriteOnTheTerminal() {
        assertThat(new ConsoleSummary(false, true)
                        .render(SampleResults.hostile("\u001B[2J@|red x|@\u202E\r\nFindings")))
                .doesNotContain("\u001B", "\u202E")
                .contains("⟨U+001B⟩[2J@|red x|@⟨U+202E⟩ Findings");
    }

    @Test
    void whatWasNotSelectedIsNotCountedAsRun() {
        assertThat(new ConsoleSummary(false, true).render(SampleResults.onlyOf("JWT-6")))
                .contains("\nMet       1 of 49 requirements, in 1 scenario; 48 not selected\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declared: https://example.org; words | declared: https://example.org; words | declared by the profile, not verified",
                "declared: https://example.org; words | the profile declares no document    | 1 of 2 declared by the profile, not verified",
                "the profile declares no document     | the profile declares no document    | no scenario bears on it",
            })
    void whatIsOnlyDeclaredIsSaidToBe(String reason, String another, String shown) {
        assertThat(new ConsoleSummary(false, true).render(SampleResults.untried("DOC-1", List.of(reason, another))))
                .contains("\n  DOC  Documentation         ○○  " + shown + "\n");
    }

    @Test
    void aSpotlessRunSaysSo() {
        assertThat(new ConsoleSummary(false, true).render(SampleResults.allPassed()))
                .contains("\nNo findings\n", "\nHallmark  AAA\n");
    }
}
