package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.forgery.Counterfeiter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JwtTextTest {
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final String PAYLOAD = encoded("{ \"sub\": \"widget\" }");

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Test
    void aJwtSaysThatNobodySignedItAndKeepsItsClaims() {
        var unsecured =
                JwtText.of(HEADER + "." + PAYLOAD + ".c2ln").orElseThrow().unsecured();

        assertThat(decoded(unsecured.split("\\.")[0])).isEqualTo("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        assertThat(unsecured).endsWith("." + PAYLOAD + ".");
    }

    @Test
    void aJwtLosesItsSignatureAndNothingElse() {
        assertThat(JwtText.of(HEADER + "." + PAYLOAD + ".c2ln").orElseThrow().unsigned())
                .isEqualTo(HEADER + "." + PAYLOAD + ".");
    }

    @Test
    void aPrefixStaysWhereItIs() {
        for (var prefix : new String[] {"reg_", "reg-tp_", "reg:", "reg"}) {
            var jwt = JwtText.of(prefix + HEADER + "." + PAYLOAD + ".c2ln").orElseThrow();

            assertThat(jwt.prefix()).isEqualTo(prefix);
            assertThat(jwt.unsigned()).isEqualTo(prefix + HEADER + "." + PAYLOAD + ".");
            assertThat(jwt.unsecured())
                    .isEqualTo(prefix + encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + PAYLOAD + ".");
        }
    }

    @Test
    void whatHasThreePartsIsNotAJwtForThatReason() {
        assertThat(JwtText.of("npm_f00d")).isEmpty();
        assertThat(JwtText.of("one.two.three")).isEmpty();
        assertThat(JwtText.of(HEADER + "." + PAYLOAD)).isEmpty();
        assertThat(JwtText.of(HEADER + "." + PAYLOAD + ".c2ln.more")).isEmpty();
        assertThat(JwtText.of(encoded("[1]") + "." + PAYLOAD + ".c2ln")).isEmpty();
        assertThat(JwtText.of(encoded("{\"kid\":\"1\"}") + "." + PAYLOAD + ".c2ln"))
                .isEmpty();
    }

    @Test
    void whoeverSignsItSaysHowAndMayBringTheKeyAlong() {
        var jwt = JwtText.of("reg_" + HEADER + "." + PAYLOAD + ".c2ln").orElseThrow();
        var counterfeiter = Counterfeiter.signingWith("ES256").orElseThrow();

        assertThat(parts(jwt.signedBy(counterfeiter)))
                .startsWith("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", "{ \"sub\": \"widget\" }")
                .hasSize(3);
        assertThat(parts(jwt.bringingTheKeyOf(counterfeiter)).get(0))
                .isEqualTo("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"jwk\":" + counterfeiter.verifyingKey() + "}");
    }

    @Test
    void claimsChangeUnderTheSameSignature() {
        var jwt = JwtText.of("reg_" + HEADER + "."
                        + encoded("{\"exp\":1000,\"scope\":\"publish:widget\",\"package\":\"widget\"}") + ".c2ln")
                .orElseThrow();

        assertThat(parts(jwt.prolonged().orElseThrow()))
                .containsExactly(
                        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                        "{\"exp\":87400,\"scope\":\"publish:widget\",\"package\":\"widget\"}",
                        "sig");
        assertThat(parts(jwt.renaming("widget", "gadget").orElseThrow()))
                .element(1)
                .isEqualTo("{\"exp\":1000,\"scope\":\"publish:gadget\",\"package\":\"gadget\"}");
    }

    @Test
    void claimsThatAreNotThereDoNotChange() {
        var jwt = JwtText.of(HEADER + "." + PAYLOAD + ".c2ln").orElseThrow();

        assertThat(jwt.prolonged()).isEmpty();
        assertThat(jwt.renaming("gadget", "widget")).isEmpty();
    }

    private static List<String> parts(String token) {
        return Stream.of(token.replaceFirst("^reg_", "").split("\\."))
                .map(JwtTextTest::decoded)
                .toList();
    }
}
