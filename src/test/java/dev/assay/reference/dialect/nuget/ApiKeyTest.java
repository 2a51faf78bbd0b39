package dev.assay.reference.dialect.nuget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    /** The key of the gallery's own tests (NuGet/NuGetGallery ApiKeyV5Facts.cs). */
    private static final String KNOWN =
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaJQQJ99ALN5Z0000LZENeS003NUGT3OrW";

    private static final ApiKey CONTENT =
            new ApiKey('Z', 1337, Instant.parse("2024-12-05T13:30:00Z"), true, Duration.ofMinutes(15));

    @Test
    void theGallerysOwnTestKeyIsWrittenLetterByLetter() {
        assertThat(CONTENT.text("a".repeat(52))).isEqualTo(KNOWN);
    }

    @Test
    void theGallerysOwnTestKeyIsRead() {
        assertThat(ApiKey.read(KNOWN)).contains(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({"15,003", "20,004", "60,00C"})
    void theLifetimeStandsInUnitsOfFiveMinutes(int minutes, String written) {
        var key = new ApiKey('P', 1, CONTENT.start(), true, Duration.ofMinutes(minutes)).text("0".repeat(52));

        assertThat(key).hasSize(84).contains("S" + written + "NUGT");
    }

    @Test
    void aLongLivedKeySaysSo() {
        var year = Duration.ofDays(365);

        var key = new ApiKey('P', 61, Instant.parse("2026-08-31T23:59:30Z"), false, year);

        assertThat(key.text("z".repeat(52))).startsWith("z".repeat(52) + "JQQJ99CHN5P00000zeX7L");
        assertThat(ApiKey.read(key.text("z".repeat(52))))
                .get()
                .extracting(ApiKey::lifetime)
                .isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 52, 62, 68, 72, 76, 83})
    void aKeyWithAnotherCharacterIsNone(int position) {
        var other = KNOWN.charAt(position) == 'q' ? 'r' : 'q';

        assertThat(ApiKey.read(KNOWN.substring(0, position) + other + KNOWN.substring(position + 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "npm_x",
                "JQQJ99",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-JQQJ99ALN5Z0000LZENeS003NUGT3OrW"
            })
    void anotherTextIsNoKey(String text) {
        assertThat(ApiKey.read(text)).isEmpty();
    }

    @Test
    void aKeyIsOverOnceItsLifetimeHasPassedSinceItsFullMinute() {
        var end = CONTENT.start().plus(Duration.ofMinutes(15));

        assertThat(CONTENT.isOver(end)).isFalse();
        assertThat(CONTENT.isOver(end.plusSeconds(1))).isTrue();
    }
}
