package dev.assay.run;

import static dev.assay.result.Verdict.CANT_TELL;
import static dev.assay.result.Verdict.FAILED;
import static dev.assay.result.Verdict.INAPPLICABLE;
import static dev.assay.result.Verdict.PASSED;
import static dev.assay.result.Verdict.UNTESTED;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profiles;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import dev.assay.result.DeviationResult;
import dev.assay.result.ScenarioResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DeviationsTest {
    private static final List<String> SHIPPED = Profiles.SHIPPED;

    private static final Deviations WIDE =
            new Deviations(Sample.profile("[{requirement: POL-1, reason: known, source: here}]"));
    private static final Deviations NARROW =
            new Deviations(Sample.profile("[{requirement: POL-1, scenarios: [a, b], reason: known, source: here}]"));

    @Test
    void aFailureIsForetoldForAnyScenarioOfTheRequirementUnlessSomeAreNamed() {
        assertThat(WIDE.foretell(scenario("z", "POL-1"), FAILED)).isTrue();
        assertThat(NARROW.foretell(scenario("a", "POL-1"), FAILED)).isTrue();
        assertThat(NARROW.foretell(scenario("z", "POL-1"), FAILED)).isFalse();
    }

    @Test
    void aFailureUnderAnotherRequirementIsNotForetold() {
        assertThat(WIDE.foretell(scenario("a", "POL-2"), FAILED)).isFalse();
        assertThat(WIDE.foretell(scenario("a", "POL-1", "POL-2"), FAILED)).isFalse();
        assertThat(WIDE.foretell(scenario("a"), FAILED)).isFalse();
    }

    @Test
    void onlyAFailureIsForetoldUnlessTheDeviationSaysOtherwise() {
        assertThat(WIDE.foretell(scenario("a", "POL-1"), PASSED)).isFalse();
        assertThat(WIDE.foretell(scenario("a", "POL-1"), CANT_TELL)).isFalse();
    }

    @Test
    void aDeviationThatNoLongerShowsIsHealed() {
        assertThat(healed(WIDE, result("a", PASSED, "POL-1"), result("b", PASSED, "POL-1")))
                .isTrue();
        assertThat(healed(WIDE, result("a", PASSED, "POL-1"), result("b", INAPPLICABLE, "POL-1")))
                .isTrue();
    }

    @Test
    void aDeviationThatStillShowsSomewhereIsNotHealed() {
        assertThat(healed(WIDE, result("a", PASSED, "POL-1"), result("b", FAILED, "POL-1")))
                .isFalse();
    }

    @Test
    void whatWasNotTriedIsNotHealed() {
        assertThat(healed(WIDE)).isFalse();
        assertThat(healed(WIDE, result("a", PASSED, "POL-1"), result("b", UNTESTED, "POL-1")))
                .isFalse();
        assertThat(healed(WIDE, result("a", INAPPLICABLE, "POL-1"))).isFalse();
        assertThat(healed(NARROW, result("a", UNTESTED, "POL-1"), result("z", PASSED, "POL-1")))
                .isFalse();
        assertThat(healed(WIDE, result("a", PASSED, "POL-2"))).isFalse();
    }

    @Test
    void aNamedScenarioThatPassesIsToBeStruckFromTheList() {
        assertThat(healed(NARROW, result("a", PASSED, "POL-1"), result("b", FAILED, "POL-1")))
                .isTrue();
    }

    @Test
    void everyDeviationIsReportedWithItsReasonAndSource() {
        assertThat(NARROW.results(List.of())).containsExactly(new DeviationResult("POL-1", "known", "here", false));
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theDeviationsOfShippedProfilesNameRequirementsAndScenariosThatExist(String name) {
        var requirements =
                Catalogue.shipped().requirements().stream().map(Requirement::id).collect(toSet());
        var scenarios = FeatureLibrary.shipped().scenarios().stream()
                .flatMap(s -> s.requirements().stream().map(id -> id + " " + s.id()))
                .collect(toSet());
        var deviations = new Profiles(Optional.empty()).load(name).deviations();

        assertThat(deviations)
                .filteredOn(d -> !requirements.contains(d.requirement()))
                .isEmpty();
        assertThat(deviations.stream().flatMap(d -> d.scenarios().stream().map(id -> d.requirement() + " " + id)))
                .filteredOn(each -> !scenarios.contains(each))
                .isEmpty();
    }

    private static boolean healed(Deviations deviations, ScenarioResult... scenarios) {
        return deviations.results(List.of(scenarios)).get(0).healed();
    }

    private static ScenarioInfo scenario(String id, String... requirements) {
        return new ScenarioInfo(id, id, "Feature", "features/x.feature:1", List.of(requirements), List.of());
    }

    private static ScenarioResult result(String id, dev.assay.result.Verdict verdict, String requirement) {
        return Sample.scenario(id, verdict, requirement);
    }
}
