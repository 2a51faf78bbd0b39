package dev.assay.reference.dialect.cratesio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of crates/crates_io_trustpub/src/access_token.rs. */
class AccessTokenTest {

    @Test
    void theLastCharacterChecksTheOthers() {
        assertThat(AccessToken.of(AccessToken.PREFIX, "gGK6jurSwKyl9V3Az19z7YEFQI9aoOO"))
                .isEqualTo("cio_tp_gGK6jurSwKyl9V3Az19z7YEFQI9aoOOd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cio_tp_gGK6jurSwKyl9V3Az19z7YEFQI9aoOOd", "cio_tp_0000000000000000000000000000000w"})
    void aTokenWithTheRightCheckIsWellFormed(String token) {
        assertThat(AccessToken.isWellFormed(token)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cio_tp_",
                "cio_tp_00000000000000000000000000000000",
                "cio_tp_000000000000000000000000000000w",
                "cio_tp_00000000000000000000000000000000w",
                "cio_0000000000000000000000000000000w",
                "cio_tp_000000000000000-000000000000000w"
            })
    void anyOtherTextIsNot(String token) {
        assertThat(AccessToken.isWellFormed(token)).isFalse();
    }

    @Test
    void theWholeSecretGoesIntoTheCharacters() {
        assertThat(AccessToken.alphanumerics("0".repeat(64), 3)).isEqualTo("AAA");
        assertThat(AccessToken.alphanumerics("f".repeat(64), 31))
                .hasSize(31)
                .isNotEqualTo(AccessToken.alphanumerics("e" + "f".repeat(63), 31));
    }
}
