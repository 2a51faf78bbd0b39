package dev.assay.reference.dialect.nuget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NugetVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1,1.0.0",
        "1.2,1.2.0",
        "1.02.3,1.2.3",
        "1.2.3.0,1.2.3",
        "1.2.3.4,1.2.3.4",
        "1.0.0-beta.1,1.0.0-beta.1",
        "1.0.0+build,1.0.0"
    })
    void aVersionIsShownNormalized(String written, String shown) {
        assertThat(NugetVersion.normalized(written)).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "1.2.3.4.5", "1.0.0-", "1..0", "1.0.0-ä"})
    void anotherTextIsNoVersion(String text) {
        assertThat(NugetVersion.normalized(text)).isEmpty();
    }
}
