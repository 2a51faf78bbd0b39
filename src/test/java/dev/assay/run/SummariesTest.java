package dev.assay.run;

import static dev.assay.result.Verdict.CANT_TELL;
import static dev.assay.result.Verdict.FAILED;
import static dev.assay.result.Verdict.INAPPLICABLE;
import static dev.assay.result.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.result.PaperRuns;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Summary;
import dev.assay.result.Tally;
import dev.assay.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {
    private static final Profile SOUND = Sample.profile("[]");
    private static final Profile DEVIANT = Sample.profile("[{requirement: POL-1, reason: known, source: here}]");

    @ParameterizedTest(name = "MUST {0}, SHOULD {1}, MAY {2} exits with {3}")
    @CsvSource({
        "PASSED,       PASSED,       PASSED,       0",
        "PASSED,       INAPPLICABLE, UNTESTED,     0",
        "UNTESTED,     UNTESTED,     UNTESTED,     0",
        "FAILED,       PASSED,       PASSED,       1",
        "PASSED,       FAILED,       PASSED,       1",
        "PASSED,       PASSED,       FAILED,       0",
        "CANT_TELL,    PASSED,       PASSED,       3",
        "PASSED,       PASSED,       CANT_TELL,    3",
        "CANT_TELL,    FAILED,       PASSED,       1",
    })
    void theExitCodeSaysWhatWasFound(Verdict must, Verdict should, Verdict may, int exitCode) {
        assertThat(summary(SOUND, three(must, should, may)).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void anExpectedFailureSparesTheExitCode() {
        var summary =
                summary(DEVIANT, Sample.scenario("a", FAILED, true, "POL-1"), Sample.scenario("b", PASSED, "POL-2"));

        assertThat(summary.exitCode()).isEqualTo(Summaries.CONFORMANT);
        assertThat(summary.expected()).isEqualTo(1);
        assertThat(summary.scenarios()).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    @Test
    void aHealedDeviationIsAFindingUntilTheListIsCleaned() {
        var summary = summary(DEVIANT, Sample.scenario("a", PASSED, "POL-1"));

        assertThat(summary.healed()).isEqualTo(1);
        assertThat(summary.exitCode()).isEqualTo(Summaries.FINDINGS);
    }

    @Test
    void anExpectedDoubtSparesTheExitCode() {
        assertThat(summary(SOUND, Sample.scenario("a", CANT_TELL, true, "POL-1"))
                        .exitCode())
                .isEqualTo(Summaries.CONFORMANT);
    }

    @Test
    void aFailureThatBearsOnNoKnownRequirementIsAFinding() {
        assertThat(summary(SOUND, Sample.scenario("a", FAILED)).exitCode()).isEqualTo(Summaries.FINDINGS);
        assertThat(summary(SOUND, Sample.scenario("a", FAILED, "ABC-1")).exitCode())
                .isEqualTo(Summaries.FINDINGS);
    }

    @Test
    void requirementsAndScenariosAreCountedByVerdict() {
        var summary = summary(
                SOUND,
                Sample.scenario("a", PASSED, "POL-1"),
                Sample.scenario("b", PASSED, "POL-1"),
                Sample.scenario("c", INAPPLICABLE, "POL-2"));

        assertThat(summary.scenarios()).isEqualTo(new Tally(2, 0, 0, 1, 0));
        assertThat(summary.requirements()).isEqualTo(new Tally(1, 0, 0, 1, 3));
    }

    @ParameterizedTest(name = "MUST {0}, SHOULD {1}, MAY {2} is {3}")
    @CsvSource({
        "PASSED,       PASSED,       PASSED,       AAA",
        "PASSED,       INAPPLICABLE, INAPPLICABLE, AAA",
        "PASSED,       PASSED,       FAILED,       AA",
        "PASSED,       FAILED,       PASSED,       A",
        "PASSED,       FAILED,       FAILED,       A",
        "FAILED,       PASSED,       PASSED,       none",
        "PASSED,       PASSED,       CANT_TELL,    none",
        "PASSED,       PASSED,       UNTESTED,     none",
    })
    void theHallmarkNamesTheLevelsThatAreMet(Verdict must, Verdict should, Verdict may, String hallmark) {
        assertThat(Summaries.hallmark(Sample.CATALOGUE, Sample.judged(SOUND, three(must, should, may))))
                .isEqualTo(hallmark);
    }

    @Test
    void anExpectedFailureLowersTheHallmarkAllTheSame() {
        var judged = Sample.judged(DEVIANT, three(FAILED, PASSED, PASSED));

        assertThat(Summaries.hallmark(Sample.CATALOGUE, judged)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"0 0, 0", "0 3, 3", "3 1, 1", "0 1 3, 1", "3 3, 3"})
    void theGravestExitCodeOfSeveralRunsIsTheirs(String codes, int together) {
        var runs = List.of(codes.split(" ")).stream()
                .map(Integer::valueOf)
                .map(SummariesTest::run)
                .toList();

        var summary = Summaries.together(runs);

        assertThat(summary.exitCode()).isEqualTo(together);
        assertThat(summary.scenarios().total()).isEqualTo(5 * runs.size());
        assertThat(summary.expected()).isEqualTo(runs.size());
    }

    private static ScenarioResult[] three(Verdict must, Verdict should, Verdict may) {
        return new ScenarioResult[] {
            Sample.scenario("must", must, "POL-1"),
            Sample.scenario("should", should, "POL-2"),
            Sample.scenario("may", may, "POL-3")
        };
    }

    private static Summary summary(Profile profile, ScenarioResult... scenarios) {
        var all = List.of(scenarios);
        return Summaries.of(all, Sample.judged(profile, scenarios), new Deviations(profile).results(all));
    }

    private static ProfileRun run(int exitCode) {
        var tally = new Tally(1, 1, 1, 1, 1);
        return PaperRuns.run("p", List.of(), List.of(), List.of(), new Summary(tally, tally, 1, 0, exitCode));
    }
}
