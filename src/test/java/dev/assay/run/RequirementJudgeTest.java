package dev.assay.run;

import static dev.assay.result.Verdict.CANT_TELL;
import static dev.assay.result.Verdict.FAILED;
import static dev.assay.result.Verdict.INAPPLICABLE;
import static dev.assay.result.Verdict.PASSED;
import static dev.assay.result.Verdict.UNTESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.SourceReference;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementJudgeTest {
    private static final Profile PROFILE = Sample.profile("[]");

    @ParameterizedTest
    @CsvSource({
        "PASSED,                                                    PASSED",
        "PASSED INAPPLICABLE,                                       PASSED",
        "INAPPLICABLE INAPPLICABLE,                                 INAPPLICABLE",
        "PASSED UNTESTED,                                           UNTESTED",
        "PASSED UNTESTED CANT_TELL,                                 CANT_TELL",
        "PASSED UNTESTED CANT_TELL INAPPLICABLE FAILED,             FAILED",
        "PASSED PASSED PASSED FAILED,                               FAILED",
    })
    void theGravestVerdictOfItsScenariosIsARequirements(String verdicts, Verdict expected) {
        var words = verdicts.split(" ");
        var scenarios = IntStream.range(0, words.length)
                .mapToObj(i -> Sample.scenario("s" + i, Verdict.valueOf(words[i]), "POL-1"))
                .toArray(ScenarioResult[]::new);

        var result = Sample.judged("POL-1", PROFILE, scenarios);

        assertThat(result.verdict()).isEqualTo(expected);
        assertThat(result.scenarios()).hasSize(words.length);
        assertThat(result.reason().isPresent()).isEqualTo(expected != PASSED);
    }

    @Test
    void everyRequirementIsJudgedInTheOrderOfTheCatalogue() {
        assertThat(Sample.judged(PROFILE, Sample.scenario("s", PASSED, "POL-2")))
                .extracting(RequirementResult::id)
                .containsExactly("POL-1", "POL-2", "POL-3", "POL-4", "DOC-1");
    }

    @Test
    void aScenarioCountsForEveryRequirementThatItNames() {
        var scenario = Sample.scenario("s", FAILED, "POL-1", "POL-3");

        assertThat(Sample.judged(PROFILE, scenario))
                .extracting(RequirementResult::verdict)
                .containsExactly(FAILED, UNTESTED, FAILED, UNTESTED, UNTESTED);
    }

    @Test
    void theReasonIsThatOfAScenarioWithTheSameVerdict() {
        var result = Sample.judged(
                "POL-1",
                PROFILE,
                Sample.scenario("unclear", CANT_TELL, "POL-1"),
                Sample.scenario("bad", FAILED, "POL-1"),
                Sample.scenario("absent", INAPPLICABLE, "POL-1"));

        assertThat(result.reason()).contains("because of bad");
    }

    @Test
    void whatNobodyTestsSaysWhy() {
        assertThat(Sample.judged("POL-1", PROFILE).reason()).contains("no scenario of this run bears on it");
        assertThat(Sample.judged("POL-4", PROFILE).reason()).contains("nobody wrote it");
        assertThat(Sample.judged("DOC-1", PROFILE).reason().orElseThrow())
                .startsWith("declared: https://")
                .endsWith("words are words");
        assertThat(Sample.judged("DOC-1", PROFILE).wasDeclared()).isTrue();
        assertThat(Sample.judged("POL-4", PROFILE).wasDeclared()).isFalse();
    }

    @Test
    void sourcesAreShownWithTheTitleAndAddressOfTheirDocument() {
        assertThat(Sample.judged("POL-1", PROFILE).sources())
                .isEqualTo(List.of(new SourceReference("The guide", "§1", "https://example.org/guide")));
        assertThat(Sample.judged("POL-2", PROFILE).sources()).isEqualTo(List.of(new SourceReference("gone", "§2", "")));
    }

    @Test
    void aFailureIsExpectedOnlyIfEveryFailedScenarioWasForetold() {
        var narrow = Sample.profile("[{requirement: POL-1, scenarios: [a], reason: known, source: here}]");

        var one = Sample.judged("POL-1", narrow, Sample.scenario("a", FAILED, "POL-1"));
        var two = Sample.judged(
                "POL-1", narrow, Sample.scenario("a", FAILED, "POL-1"), Sample.scenario("b", FAILED, "POL-1"));

        assertThat(one.expected()).isTrue();
        assertThat(one.deviation().orElseThrow().reason()).isEqualTo("known");
        assertThat(two.expected()).isFalse();
    }

    @Test
    void aPassedRequirementIsNotExpectedToBeAnythingElse() {
        var wide = Sample.profile("[{requirement: POL-1, reason: known, source: here}]");

        var result = Sample.judged("POL-1", wide, Sample.scenario("a", PASSED, "POL-1"));

        assertThat(result.expected()).isFalse();
        assertThat(result.deviation()).isEmpty();
    }
}
