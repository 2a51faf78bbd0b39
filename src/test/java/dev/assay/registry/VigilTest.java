package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VigilTest {
    private final Vigil vigil = new Vigil(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void aTargetThatIsSilentInManyScenariosIsDead() {
        silences(Vigil.MOST_SILENCES - 1, Vigil.LEAST_SCENARIOS);
        assertThat(vigil.death()).isEmpty();

        vigil.silent("another", "connection refused");

        assertThat(vigil.death().orElseThrow())
                .contains("10 times in a row in 5 scenarios; the last time: connection refused");
    }

    @Test
    void oneScenarioThatSilencesItKillsNobody() {
        silences(1000, Vigil.LEAST_SCENARIOS - 1);

        assertThat(vigil.death()).isEmpty();
    }

    @Test
    void anyAnswerIsASignOfLife() {
        silences(Vigil.MOST_SILENCES - 1, Vigil.LEAST_SCENARIOS);
        vigil.answered();
        silences(Vigil.MOST_SILENCES - 1, Vigil.LEAST_SCENARIOS);

        assertThat(vigil.death()).isEmpty();
    }

    private void silences(int times, int scenarios) {
        for (int i = 0; i < times; i++) {
            vigil.silent(i % scenarios, "no answer");
        }
    }
}
