package dev.assay.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.calibration.Calibration.Settings;
import dev.assay.calibration.CalibrationResult.Cell;
import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.requirement.Catalogue;
import dev.assay.result.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
    private static final Defect LAST_ROW = FakeBench.defect("last-row", List.of("JWT-1"), Map.of());

    private final List<String> progress = new ArrayList<>();

    @Test
    void whatIsReportedIsPerfectIfItIsWhatTheDefectBreaks() {
        var result = calibrate(Map.of("last-row", Map.of("jwt/4", Verdict.FAILED)), LAST_ROW);

        assertThat(result.isPerfect()).isTrue();
        assertThat(result.cells()).isEqualTo(1);
        assertThat(result.soundRuns().runs()).isEqualTo(3);
        assertThat(result.defects().get(0).caughtBy()).containsExactly(Map.entry("JWT-1", List.of("jwt/4")));
        assertThat(progress).containsExactly("last-row");
    }

    @Test
    void whatIsNotReportedIsMissed() {
        var result = calibrate(Map.of(), LAST_ROW);

        assertThat(result.missed()).extracting(Cell::requirement).containsExactly("JWT-1");
        assertThat(result.isPerfect()).isFalse();
    }

    @Test
    void whatIsReportedAndNotBrokenIsAFalseAlarmUnlessItIsExplained() {
        var shown = Map.of(
                "bare", Map.of("jwt/1", Verdict.FAILED, "jwt/5", Verdict.FAILED),
                "explained", Map.of("jwt/1", Verdict.FAILED, "jwt/5", Verdict.FAILED));

        var result = calibrate(
                shown,
                FakeBench.defect("bare", List.of("JWT-1"), Map.of()),
                FakeBench.defect("explained", List.of("JWT-1"), Map.of("JWT-2", "it follows")));

        assertThat(result.falseAlarms()).extracting(Cell::defect).containsExactly("bare");
        assertThat(result.falseAlarms()).extracting(Cell::requirement).containsExactly("JWT-2");
    }

    @Test
    void oneFailureIsEnoughAndOtherChaptersSendOneScenario() {
        var result = calibrate(Map.of("last-row", Map.of("jwt/1", Verdict.FAILED)), LAST_ROW);

        assertThat(result.defects()).extracting(Tried::scenarios).containsExactly(3);
        assertThat(result.defects().get(0).judged()).containsExactly("JWT-1", "JWT-2", "POL-1");
    }

    @Test
    void aDefectWhoseRequirementsDoNotApplyCannotBeExpressed() {
        var sound = List.of(Map.of("pol/2", Verdict.INAPPLICABLE));
        var bench = new FakeBench(sound, Map.of());

        var result = calibrate(bench, FakeBench.defect("void", List.of("POL-2"), Map.of()));

        assertThat(result.isPerfect()).isTrue();
        assertThat(result.cells()).isZero();
        assertThat(result.inexpressible().get(0).reason()).isEqualTo("POL-2 has no verdict here: because");
    }

    @Test
    void anExcuseHoldsIfTheSuiteSeesNothingEither() {
        var result = calibrate(Map.of(), excused());

        assertThat(result.isPerfect()).isTrue();
        assertThat(result.cells()).isZero();
        assertThat(result.inexpressible().get(0).reason()).isEqualTo("paper does not burn");
    }

    @Test
    void anExcuseForWhatIsCaughtAllTheSameIsWrong() {
        var result = calibrate(Map.of("excused", Map.of("jwt/4", Verdict.FAILED)), excused());

        assertThat(result.isPerfect()).isFalse();
        assertThat(result.unexcused()).extracting(Cell::requirement).containsExactly("JWT-1");
        assertThat(result.inexpressible()).isEmpty();
    }

    @Test
    void anExcuseHoldsIfTheChangeBreaksWhatTheDefectDoesNot() {
        var result = calibrate(Map.of("excused", Map.of("jwt/4", Verdict.FAILED, "jwt/5", Verdict.FAILED)), excused());

        assertThat(result.isPerfect()).isTrue();
        assertThat(result.inexpressible()).hasSize(1);
    }

    private static Defect excused() {
        var change = com.fasterxml.jackson.databind.node.NullNode.getInstance();
        var notIn = Map.of("paper", "paper does not burn");
        return new Defect("excused", "burns", List.of("JWT-1"), Map.of(), change, List.of(), notIn);
    }

    @Test
    void whatIsNotInTheShareIsNotTried() {
        var shares = List.of(new Share(1, 2), new Share(2, 2));

        assertThat(shares)
                .extracting(share -> new Calibration(FakeBench.CANDIDATES, new Settings(false, share, 1, 1))
                        .calibrate(
                                List.of(new FakeBench(List.of(Map.of()), Map.of())), List.of(LAST_ROW), progress::add)
                        .cells())
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aSoundRegistryHasToComeOutCleanEveryTime() {
        var bench = new FakeBench(List.of(Map.of(), Map.of("pol/1", Verdict.FAILED)), Map.of());

        var result = calibrate(bench);

        assertThat(result.isPerfect()).isFalse();
        assertThat(result.soundRuns().withFindings()).isEqualTo(2);
        assertThat(result.soundRuns().findings()).containsExactly("paper: pol/1: failed: because");
    }

    @Test
    void aVerdictThatIsNotTheSameEveryTimeIsAFinding() {
        var bench = new FakeBench(List.of(Map.of(), Map.of("pol/1", Verdict.UNTESTED), Map.of()), Map.of());

        assertThat(calibrate(bench).soundRuns().withFindings()).isPositive();
    }

    @Test
    void thePageNamesWhatWasMissed(@TempDir Path folder) {
        var catalogue = new DefectCatalogue(List.of(LAST_ROW), Map.of("TOK-11", "no behaviour brings it back"));

        var page = new CalibrationFile(folder).write(calibrate(Map.of(), LAST_ROW), Catalogue.shipped(), catalogue);

        assertThat(page).content().contains("missed: paper <code>last-row</code> JWT-1", "TOK-11: no behaviour");
        assertThat(page)
                .content()
                .contains("<td class=\"m\" title=\"broken and not reported\">")
                .doesNotContain("{#", "{cell");
        assertThat(folder.resolve("calibration.json")).content().contains("\"missed\" : [ {");
    }

    private CalibrationResult calibrate(Map<String, Map<String, Verdict>> shown, Defect... defects) {
        return calibrate(new FakeBench(List.of(Map.of()), shown), defects);
    }

    private CalibrationResult calibrate(FakeBench bench, Defect... defects) {
        return new Calibration(FakeBench.CANDIDATES, new Settings(false, Share.EVERYTHING, 3, 1))
                .calibrate(List.of(bench), List.of(defects), progress::add);
    }
}
