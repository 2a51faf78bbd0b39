package dev.assay.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortChoiceTest {
    private static final Candidate FIRST = new Candidate("jwt/first", List.of("JWT-2"), false);
    private static final Candidate SMOKE = new Candidate("jwt/smoke", List.of("JWT-2"), true);
    private static final Candidate PLAIN = new Candidate("jwt/plain", List.of("JWT-3"), false);

    private final ShortChoice choice = new ShortChoice(
            FakeBench.defect("last-row", List.of("JWT-1"), Map.of()), List.of(FIRST, SMOKE, PLAIN), Map.of());

    @Test
    void aSmokeScenarioStandsForItsRequirement() {
        assertThat(choice.wants(SMOKE)).isTrue();
        assertThat(choice.wants(FIRST)).isFalse();
    }

    @Test
    void theFirstStandsForARequirementWithoutSmokeScenarios() {
        assertThat(choice.wants(PLAIN)).isTrue();
    }
}
