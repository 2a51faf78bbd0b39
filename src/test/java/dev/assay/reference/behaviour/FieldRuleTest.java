package dev.assay.reference.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.FieldRule.Kept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRuleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        AS_TYPED, Release.yml, Release.yml
        LOWERED, Release.yml, release.yml
        CUT, Release.yml, Release.yml
        CUT, 0123456789012345678901234567890123456789012345678901234567890123a, 0123456789012345678901234567890123456789012345678901234567890123
        WITHOUT_WORKFLOW_FOLDER, .github/workflows/Release.yml, Release.yml
        """)
    void keepsWhatWasEntered(Kept kept, String entered, String value) {
        assertThat(kept.of(entered)).isEqualTo(value);
    }
}
