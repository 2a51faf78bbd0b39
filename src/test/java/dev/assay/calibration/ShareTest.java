package dev.assay.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    private static final List<Defect> DEFECTS = DefectCatalogue.shipped().all();

    @Test
    void everyPairBelongsToExactlyOnePart() {
        assertThat(DEFECTS)
                .allSatisfy(defect -> assertThat(IntStream.rangeClosed(1, 4)
                                .filter(part -> new Share(part, 4).has("npm-strict", defect)))
                        .hasSize(1));
    }

    @Test
    void partsAreOfAboutTheSameSize() {
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToLong(part -> DEFECTS.stream()
                                .filter(defect -> new Share(part, 4).has("npm-strict", defect))
                                .count()))
                .allSatisfy(size -> assertThat(size).isBetween(DEFECTS.size() / 6L, DEFECTS.size() / 3L));
    }

    @Test
    void withoutPartsThereIsEverything() {
        assertThat(DEFECTS).allMatch(defect -> Share.EVERYTHING.has("npm-strict", defect));
    }

    @Test
    void aShareIsWrittenAsPartAndNumberOfParts() {
        assertThat(Share.parse("2/4")).isEqualTo(new Share(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/4", "5/4", "1/0", "a/b", "-1/4"})
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
