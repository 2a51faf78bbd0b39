package dev.assay.reference.dialect.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacaroonTest {

    private static final List<String> CAVEATS = List.of(
            "[4,\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\",null]",
            "[2,[\"99999999-8888-7777-6666-555555555555\"]]",
            "[0,1700000900,1700000000]");

    /** Made by pypi/warehouse's own code over ecordell/pymacaroons. */
    private static final String TEXT = "AgEIcHlwaS5vcmcCJDExMTExMTExLTIyMjItMzMzMy00NDQ0LTU1NTU1NTU1NTU1NQACL1s0LCJhYW"
            + "FhYWFhYS1iYmJiLWNjY2MtZGRkZC1lZWVlZWVlZWVlZWUiLG51bGxdAAIsWzIsWyI5OTk5OTk5OS04ODg4LTc3NzctNjY2Ni01NTU1NTU"
            + "1NTU1NTUiXV0AAhlbMCwxNzAwMDAwOTAwLDE3MDAwMDAwMDBdAAAGILj3bT4FFMF10uSOQH7bYwXN0TkSFNFvgiFhUMYNsA09";

    @Test
    void theTextIsThatOfTheRealIndex() {
        var location = new String(Base64.getUrlDecoder().decode(TEXT), StandardCharsets.ISO_8859_1).substring(3, 11);

        var macaroon = Macaroon.signed(key(), location, "11111111-2222-3333-4444-555555555555", CAVEATS);

        assertThat(macaroon.text()).isEqualTo(TEXT);
    }

    @Test
    void theTextCanBeReadAgain() {
        assertThat(Macaroon.parse(TEXT)).hasValueSatisfying(macaroon -> {
            assertThat(macaroon.identifier()).isEqualTo("11111111-2222-3333-4444-555555555555");
            assertThat(macaroon.caveats()).isEqualTo(CAVEATS);
            assertThat(macaroon.isSignedWith(key())).isTrue();
            assertThat(macaroon.isSignedWith(new byte[32])).isFalse();
        });
    }

    @Test
    void longFieldsHaveLongLengths() {
        var caveat = "x".repeat(300);

        var macaroon = Macaroon.signed(key(), "here", "id", List.of(caveat));

        assertThat(Macaroon.parse(macaroon.text())).contains(macaroon);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "AgEI", "!!", "AgP_____", "AgF___________8="})
    void otherTextsAreNoMacaroons(String text) {
        assertThat(Macaroon.parse(text)).isEmpty();
    }

    private static byte[] key() {
        var key = new byte[32];
        for (var index = 0; index < key.length; index++) {
            key[index] = (byte) index;
        }
        return key;
    }
}
