package dev.assay.reference.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.ParsingRules.Alphabet;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's base64.urlsafe_b64decode makes of these texts once PyJWT has padded them. */
class Base64TextTest {

    private static final Base64Text AS_PY_JWT = new Base64Text(Alphabet.AS_PY_JWT);

    @ParameterizedTest
    @CsvSource({
        "YWJj,616263",
        "YWI,6162",
        "YQ,61",
        "YQ==,61",
        "YW==,61",
        "YWI=,6162",
        "YWJj=,616263",
        "Y=WJj,616263",
        "YQ==YWJj,61",
        "_-8=,ffef",
        "/+8=,ffef",
        "=,''",
        "\u00e4,''"
    })
    void whatPyJwtDecodesIsDecoded(String text, String octets) throws MalformedToken {
        assertThat(HexFormat.of().formatHex(AS_PY_JWT.decode(text))).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Y", "YWJjY", "YW=I", "YW J", "YW=JjYQ", "Y=Q", "Y==Q", "==YQ", "YW!", "YW!!", "YWI*", "YQ\u00e4"
            })
    void whatPyJwtCannotDecodeIsMalformed(String text) {
        assertThatThrownBy(() -> AS_PY_JWT.decode(text)).isInstanceOf(MalformedToken.class);
    }
}
