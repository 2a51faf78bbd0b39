package dev.assay.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.comparison.Change.Direction;
import dev.assay.report.ComparisonPage;
import dev.assay.report.ComparisonText;
import dev.assay.result.DeviationResult;
import dev.assay.result.PaperRuns;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "PASSED, false, FAILED, false, WORSE",
        "PASSED, false, CANT_TELL, false, WORSE",
        "CANT_TELL, false, FAILED, false, WORSE",
        "INAPPLICABLE, false, FAILED, false, WORSE",
        "FAILED, true, FAILED, false, WORSE",
        "FAILED, false, PASSED, false, BETTER",
        "FAILED, false, CANT_TELL, false, BETTER",
        "FAILED, false, FAILED, true, BETTER",
        "FAILED, false, UNTESTED, false, ASIDE",
        "FAILED, false, INAPPLICABLE, false, ASIDE",
        "PASSED, false, INAPPLICABLE, false, ASIDE",
        "PASSED, false, FAILED, true, ASIDE",
        "UNTESTED, false, PASSED, false, ASIDE"
    })
    void aChangeHasADirection(Verdict was, boolean wasExpected, Verdict is, boolean isExpected, Direction direction) {
        var comparison = compare(scenario("a", was, wasExpected, 10), scenario("a", is, isExpected, 10));

        assertThat(comparison.runs().get(0).changes())
                .singleElement()
                .extracting(Change::direction)
                .isEqualTo(direction);
        assertThat(comparison.isRegression()).isEqualTo(direction == Direction.WORSE);
    }

    @Test
    void whatStaysTheSameIsNotNamed() {
        var comparison = compare(scenario("a", Verdict.FAILED, false, 10), scenario("a", Verdict.FAILED, false, 12));

        assertThat(comparison.runs().get(0).changes()).isEmpty();
        assertThat(comparison.isRegression()).isFalse();
        assertThat(ComparisonText.plain(comparison)).contains("no verdict changed");
    }

    @Test
    void aNewScenarioThatFailsIsARegressionAndOneThatIsGoneIsNot() {
        var was = result(run("pypi", List.of(scenario("old", Verdict.PASSED, false, 1)), List.of()));
        var is = result(run("pypi", List.of(scenario("new", Verdict.FAILED, false, 1)), List.of()));

        assertThat(Comparison.of(was, is).isRegression()).isTrue();
        assertThat(Comparison.of(is, was).isRegression()).isFalse();
        assertThat(ComparisonText.plain(Comparison.of(was, is))).contains("new: new → failed", "old: passed → gone");
    }

    @Test
    void resultsWithNothingInCommonAreNotCompared() {
        var was = result(run("pypi", List.of(scenario("a", Verdict.PASSED, false, 1)), List.of()));
        var is = result(run("npm", List.of(scenario("a", Verdict.PASSED, false, 1)), List.of()));

        assertThatThrownBy(() -> Comparison.of(was, is))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContainingAll("pypi with github-actions", "npm with github-actions");
    }

    @Test
    void whatWasNotSelectedThisTimeIsLeftOut() {
        var was = result(run("pypi", List.of(scenario("a", Verdict.FAILED, false, 900)), List.of()));
        var leftOut = scenario("a", Verdict.UNTESTED, false, 0, "not selected by --tags");
        var is = result(run("pypi", List.of(leftOut), List.of()));

        var run = Comparison.of(was, is).runs().get(0);

        assertThat(run.changes()).isEmpty();
        assertThat(run.paces()).isEmpty();
    }

    @Test
    void aBaselineOfOtherRegistriesDoesNotMatter() {
        var was = result(
                run("pypi", List.of(scenario("a", Verdict.PASSED, false, 1)), List.of()),
                run("npm", List.of(scenario("a", Verdict.PASSED, false, 1)), List.of()));
        var is = result(run("pypi", List.of(scenario("a", Verdict.PASSED, false, 1)), List.of()));

        assertThat(Comparison.since(was, is).runs()).hasSize(1);
        assertThat(Comparison.of(was, is).runs()).hasSize(2);
        assertThat(ComparisonText.plain(Comparison.of(was, is))).contains("npm with github-actions: gone");
    }

    @Test
    void newAndHealedDeviationsAndChangedDurationsAreNamed() {
        var old = new DeviationResult("IDN-2", "names only", "source", false);
        var healed = new DeviationResult("IDN-2", "names only", "source", true);
        var added = new DeviationResult("JWT-9", "no replay protection", "source", false);
        var was = result(run("pypi", List.of(scenario("a", Verdict.PASSED, false, 100)), List.of(old)));
        var is = result(run("pypi", List.of(scenario("a", Verdict.PASSED, false, 900)), List.of(healed, added)));

        var run = Comparison.of(was, is).runs().get(0);

        assertThat(run.newDeviations()).containsExactly(added);
        assertThat(run.healedDeviations()).containsExactly(old);
        assertThat(run.paces()).containsExactly(new RunComparison.Pace("a", 100, 900));
    }

    @Test
    void everyFormShowsTheSameChanges() {
        var comparison = compare(scenario("a", Verdict.PASSED, false, 1), scenario("a", Verdict.FAILED, false, 1));

        assertThat(ComparisonText.plain(comparison)).contains("Became worse (1)", "a: passed → failed: <because>");
        assertThat(ComparisonText.markdown(comparison)).contains("### Became worse (1)", "- a: passed → failed");
        assertThat(ComparisonPage.render(comparison))
                .contains("Became worse", "passed → failed", "&lt;because&gt;")
                .doesNotContain("<because>");
    }

    private static Comparison compare(ScenarioResult before, ScenarioResult after) {
        return Comparison.of(
                result(run("pypi", List.of(before), List.of())), result(run("pypi", List.of(after), List.of())));
    }

    private static Result result(ProfileRun... runs) {
        return new Result(1, "assay", "run", Instant.EPOCH, 1, "", List.of(), List.of(runs), PaperRuns.NOTHING);
    }

    private static ProfileRun run(String profile, List<ScenarioResult> scenarios, List<DeviationResult> deviations) {
        return PaperRuns.run(profile, List.of(), scenarios, deviations, PaperRuns.NOTHING);
    }

    private static ScenarioResult scenario(String id, Verdict verdict, boolean expected, long durationMs) {
        return scenario(id, verdict, expected, durationMs, "<because>");
    }

    private static ScenarioResult scenario(
            String id, Verdict verdict, boolean expected, long durationMs, String reason) {
        return new ScenarioResult(
                id,
                id,
                "f",
                "f:1",
                List.of("JWT-1"),
                verdict,
                expected,
                Optional.of(reason),
                durationMs,
                List.of(),
                List.of());
    }
}
