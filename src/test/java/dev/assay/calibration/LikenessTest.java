package dev.assay.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String FRACTION = "malformed/an-id-token-whose-expiry-has-a-fraction-is-refused";
    private static final String BLANK = "malformed/an-id-token-with-a-blank-behind-it-is-refused";
    private static final String UPLOAD = "uploads/a-version-stays";

    private final Likeness likeness = new Likeness(List.of(candidate(FRACTION), candidate(BLANK), candidate(UPLOAD)));

    @Test
    void theScenarioThatNamesWhatIsSaidOfTheDefectIsTheMostLike() {
        var toFractions = to("crash-at-fractions", "fails at an ID token whose times are fractions");

        assertThat(toFractions.get(FRACTION)).isGreaterThan(toFractions.get(BLANK));
        assertThat(toFractions.get(BLANK)).isGreaterThan(toFractions.get(UPLOAD));
    }

    @Test
    void aWordThatAllScenariosHaveCountsForNothing() {
        assertThat(to("a", "a a a").values()).containsOnly(0.0);
    }

    private Map<String, Double> to(String id, String title) {
        return likeness.to(
                new Defect(id, title, List.of("JWT-1"), Map.of(), NullNode.getInstance(), List.of(), Map.of()));
    }

    private static Candidate candidate(String id) {
        return new Candidate(id, List.of("JWT-1"), false);
    }
}
