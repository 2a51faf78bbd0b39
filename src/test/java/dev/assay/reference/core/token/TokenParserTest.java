package dev.assay.reference.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.core.CoreScene;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenParserTest {

    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}";
    private static final String PAYLOAD = "{\"iss\":\"i\",\"n\":1.50,\"deep\":{\"list\":[1,true,null,\"x\"]}}";
    private static final String SIGNATURE = "c2lnbmF0dXJl";

    private static TokenParser parser(String change) {
        return new TokenParser(
                CoreScene.with("{parsing: " + change + "}").rules().parsing());
    }

    private static TokenParser strict() {
        return parser("{}");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(String header, String payload) {
        return encode(header) + "." + encode(payload) + "." + SIGNATURE;
    }

    @Test
    void aCompactTokenIsTakenApart() throws Refused {
        var text = token(HEADER, PAYLOAD);

        var token = strict().parse(text);

        assertThat(token.text()).isEqualTo(text);
        assertThat(token.headerText("alg")).isEqualTo("RS256");
        assertThat(token.headerText("absent")).isEmpty();
        assertThat(token.assertedIssuer().asText()).isEqualTo("i");
        assertThat(token.claims().toString()).isEqualTo(PAYLOAD);
        assertThat(token.signedContent()).isEqualTo(encode(HEADER) + "." + encode(PAYLOAD));
        assertThat(token.signature()).hasToString(SIGNATURE);
        assertThat(token.toString()).doesNotContain(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c.d",
                "a.b.c.d.e",
                "e30.e30",
                "e30..",
                ".e30.e30",
                "e30.e30.=",
                "e30.e30.A",
                "e30.W10.AA",
                "e30.InRleHQi.AA",
                "e30.bnVsbA.AA",
                "W10.e30.AA",
                "e30.e30 .AA",
                "e30.e30.A+/A",
                "e30.eyB9e30.AA",
                "e30.ew.AA",
                "e30.e30x.AA",
                "e30.LyoqL3t9.AA",
                "e30.e3g6MX0.AA",
                "e30.eyJ4IjpOYU59.AA",
                "e30.AA.AA",
                "{}"
            })
    void otherTextsAreMalformed(String text) {
        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
    }

    @Test
    void malformedTextCrashesOnlyWhereTheBehaviourSaysSo() {
        assertThatThrownBy(() -> parser("{malformed: serverError}").parse("a.b"))
                .isInstanceOf(ServerFault.class);
        assertThatThrownBy(() -> parser("{nonObject: serverError}").parse("e30.W10.AA"))
                .isInstanceOf(ServerFault.class);
    }

    @Test
    void theLongestTokenIsJustNotTooLong() throws Refused {
        var text = token(HEADER, PAYLOAD);
        assertThat(parser("{maximumTokenBytes: %d}".formatted(text.length())).parse(text))
                .isNotNull();

        assertThatThrownBy(() -> parser("{maximumTokenBytes: %d}".formatted(text.length() - 1))
                        .parse(text))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nestingIsLimited() throws Refused {
        var deep = "{\"iss\":\"i\",\"x\":[[[1]]]}";
        assertThat(parser("{maximumDepth: 4}").parse(token(HEADER, deep))).isNotNull();

        assertThatThrownBy(() -> parser("{maximumDepth: 3}").parse(token(HEADER, deep)))
                .isInstanceOf(Refused.class);
        var veryDeep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> parser("{maximumDepth: unlimited, maximumTokenBytes: unlimited}")
                        .parse(token(HEADER, veryDeep)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whiteSpaceAroundATokenIsRefusedOrTrimmed() throws Refused {
        var text = " " + token(HEADER, PAYLOAD) + "\n";

        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser("{surroundingSpace: trimmed}").parse(text).signature())
                .hasToString(SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({"e30.e30.QQ==,paddedToo", "e30.e30.QR,paddedToo", "e30.e30.-_+/,lenient", "e30.e30.Q Q,lenient"})
    void sloppyBase64NeedsALooserAlphabet(String text, String alphabet) throws Refused {
        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser("{alphabet: %s}".formatted(alphabet))
                        .parse(text)
                        .signature()
                        .toString())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lastWins,b,b", "firstWins,a,a", "firstWinsForIssuer,a,b", "lastWinsForIssuer,b,a"})
    void whichDuplicateCountsIsUpToTheBehaviour(String rule, String asserted, String verified) throws Refused {
        var text = token(HEADER, "{\"iss\":\"a\",\"\\u0069ss\":\"b\"}");

        var token = parser("{duplicateMembers: %s}".formatted(rule)).parse(text);

        assertThat(token.assertedIssuer().asText()).isEqualTo(asserted);
        assertThat(token.claims().path("iss").asText()).isEqualTo(verified);
        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
    }

    @Test
    void duplicatesInTheHeaderAndDeepInsideAreRefusedToo() {
        assertThatThrownBy(() -> strict().parse(token("{\"alg\":\"none\",\"alg\":\"RS256\"}", PAYLOAD)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> strict().parse(token(HEADER, "{\"x\":{\"y\":1,\"y\":2}}")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theJsonSerialisationIsRefusedUnlessItIsAccepted() throws Refused {
        var flattened = "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                .formatted(encode(HEADER), encode(PAYLOAD), SIGNATURE);
        var general = "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
                .formatted(encode(PAYLOAD), encode(HEADER), SIGNATURE);
        for (var text : new String[] {flattened, general}) {
            assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
            assertThat(parser("{jsonSerialisation: accepted}").parse(text).signedContent())
                    .isEqualTo(encode(HEADER) + "." + encode(PAYLOAD));
        }
        assertThatThrownBy(() -> parser("{jsonSerialisation: accepted}").parse("{\"payload\":\"e30\"}"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anEncryptedTokenIsRefusedFatalOrMisread() throws Refused {
        var five = token(HEADER, PAYLOAD) + ".AA.AA";

        assertThatThrownBy(() -> strict().parse(five)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> parser("{encrypted: serverError}").parse(five)).isInstanceOf(ServerFault.class);
        assertThat(parser("{encrypted: readAsSigned}").parse(five).signature()).hasToString(SIGNATURE);
    }

    @Test
    void aNestedTokenIsRefusedOrUnwrapped() throws Refused {
        var inner = token(HEADER, PAYLOAD);
        var outer = encode("{\"cty\":\"JWT\"}") + "." + encode(inner) + ".b3V0ZXI";

        assertThatThrownBy(() -> strict().parse(outer)).isInstanceOf(Refused.class);
        assertThat(parser("{nested: innerVerified}").parse(outer).signature()).hasToString(SIGNATURE);
        var believed = parser("{nested: outerVerified}").parse(outer);
        assertThat(believed.signature()).hasToString("b3V0ZXI");
        assertThat(believed.claims().path("iss").asText()).isEqualTo("i");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"crit":["x"],"x":1}          | {criticalHeaders: accepted}
        {"crit":[]}                   | {criticalHeaders: accepted}
        {"kid":7}                     | {keyIdType: accepted}
        {"typ":"at+jwt"}              | {type: any}
        {"b64":true}                  | {unencodedPayload: ignored}
        {"b64":false}                 | {unencodedPayload: ignored}
        {"b64":false,"crit":["b64"]}  | {unencodedPayload: ignored, criticalHeaders: accepted}
        """)
    void headersThatMatterAreRefusedUnlessTheyAreIgnored(String header, String change) throws Refused {
        var text = token(header, PAYLOAD);

        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser(change).parse(text)).isNotNull();
    }

    @Test
    void anUnencodedPayloadIsTakenAsItStandsWhereThatIsHonoured() throws Refused {
        var text = encode("{\"b64\":false,\"crit\":[\"b64\"]}") + ".{\"iss\":\"i\"}." + SIGNATURE;

        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser("{unencodedPayload: honoured}")
                        .parse(text)
                        .claims()
                        .path("iss")
                        .asText())
                .isEqualTo("i");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"typ\":\"JWT\"}",
                "{\"typ\":\"jwt\"}",
                "{\"typ\":\"application/jwt\"}",
                "{\"zip\":\"DEF\"}"
            })
    void harmlessHeadersAreFine(String header) throws Refused {
        assertThat(strict().parse(token(header, PAYLOAD))).isNotNull();
    }

    @Test
    void theTypeCanBeDemanded() {
        assertThatThrownBy(() -> parser("{type: jwtOnly}").parse(token("{}", PAYLOAD)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void brokenUtf8IsRefusedUnlessItIsReplaced() throws Refused {
        var text = "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"x\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1))
                + ".AA";

        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser("{brokenText: accepted}").parse(text)).isNotNull();
    }

    @Test
    void trailingTextIsRefusedUnlessItIsIgnored() throws Refused {
        var text = token(HEADER, "{\"iss\":\"i\"} {}");

        assertThatThrownBy(() -> strict().parse(text)).isInstanceOf(Refused.class);
        assertThat(parser("{trailingText: accepted}").parse(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e999999999", "-0", "9007199254740993", "123456789012345678901234567890"})
    void oddNumbersDoNoHarm(String number) throws Refused {
        assertThat(strict().parse(token(HEADER, "{\"iss\":\"i\",\"x\":" + number + "}")))
                .isNotNull();
    }
}
