package dev.assay.reference.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1",
        "01.2.0, 1.2",
        "0.0, 0",
        "1.0.10, 1.0.10",
        "1.0.0rc1, 1rc1",
        "1.0.0.rc1, 1.rc1",
        "99999999999999999999.0, 99999999999999999999",
        "one.0, one.0"
    })
    void zerosThatSayNothingAreLeftOut(String version, String shortest) {
        assertThat(NumberedVersion.shortest(version)).isEqualTo(shortest);
    }
}
