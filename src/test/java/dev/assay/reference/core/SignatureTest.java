package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.behaviour.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        none  | UNEXPECTED_ALGORITHM | {signature: {unsecured: accepted}}
        nOnE  | UNEXPECTED_ALGORITHM | {signature: {unsecured: otherSpellingsAccepted}}
        none  | UNEXPECTED_ALGORITHM | {signature: {verification: skipped}}
        none  | UNEXPECTED_ALGORITHM | {signature: {verification: skippedWhenEmpty}}
        RS257 | UNEXPECTED_ALGORITHM | {signature: {verification: skippedWhenUnknownAlgorithm}}
        RS256 | BAD_SIGNATURE        | {signature: {verification: skippedWhenEmpty}}
        RS256 | BAD_SIGNATURE        | {signature: {verification: keyIdOnly}}
        RS256 | BAD_SIGNATURE        | {checks: [parse, issuer, policy]}
        """)
    void aTokenWithoutSignatureIsRefusedUnlessTheBehaviourIsFooled(String algorithm, String reason, String change) {
        var header = Scene.write(Map.of("alg", algorithm, "kid", "first"));

        assertThat(unsigned(CoreScene.strict(), header)).hasToString("Optional[" + reason + "]");
        assertThat(unsigned(CoreScene.with(change), header)).isEmpty();
        assertThat(CoreScene.with(change)
                        .withPolicy("widget")
                        .refusal(CoreScene.strict().claims()))
                .isEmpty();
    }

    private static Optional<Reason> unsigned(CoreScene scene, String header) {
        scene.withPolicy("widget");
        return scene.refusalOf(TestIssuer.encode(header) + "." + TestIssuer.encode(Scene.write(scene.claims())) + ".");
    }

    @Test
    void aTokenWithTheIdOfAVerifiedOneIsVerifiedUnlessOnceIsEnough() {
        for (var verification : List.of("required", "onceForEachId")) {
            var scene = CoreScene.with("{signature: {verification: %s}}".formatted(verification))
                    .withPolicy("widget");
            var forged = scene.claims();
            var header = "{\"alg\":\"RS256\",\"kid\":\"first\"}";
            var text = TestIssuer.sign(Scene.OTHER_KEY, header, Scene.write(forged));
            assertThat(scene.refusalOf(text)).contains(Reason.BAD_SIGNATURE);

            var genuine = scene.claims(Map.of("jti", forged.get("jti"), "aud", "somebody-else"));
            assertThat(scene.refusal(genuine)).contains(Reason.WRONG_AUDIENCE);

            assertThat(scene.refusalOf(text).isEmpty()).isEqualTo(verification.equals("onceForEachId"));
        }
    }

    @Test
    void otherSpellingsOfNoneAreNotThePlainOne() {
        var scene = CoreScene.with("{signature: {unsecured: otherSpellingsAccepted}}");

        assertThat(unsigned(scene, "{\"alg\":\"none\"}")).contains(Reason.UNEXPECTED_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"first\"}",
                "{\"alg\":null,\"kid\":\"first\"}",
                "{\"alg\":[\"RS256\"],\"kid\":\"first\"}"
            })
    void anAlgorithmThatIsNoTextIsUnexpected(String header) {
        var scene = CoreScene.strict().withPolicy("widget");

        assertThat(scene.refusalOf(TestIssuer.sign(Scene.KEY, header, Scene.write(scene.claims()))))
                .contains(Reason.UNEXPECTED_ALGORITHM);
    }

    @Test
    void theAlgorithmsSpellingMattersUnlessItIsIgnored() {
        var header = "{\"alg\":\"rs256\",\"kid\":\"first\"}";
        var strict = CoreScene.strict().withPolicy("widget");
        var loose = CoreScene.with("{signature: {algorithmMatch: caseFolded}, keys: {algorithm: ignored}}")
                .withPolicy("widget");

        assertThat(strict.refusalOf(TestIssuer.sign(Scene.KEY, header, Scene.write(strict.claims()))))
                .contains(Reason.UNEXPECTED_ALGORITHM);
        assertThat(loose.refusalOf(TestIssuer.sign(Scene.KEY, header, Scene.write(loose.claims()))))
                .isEmpty();
    }

    @Test
    void aChangedPayloadIsRefused() {
        var scene = CoreScene.strict().withPolicy("widget");
        var parts = CoreScene.sign(scene.claims()).split("\\.");

        assertThat(scene.refusalOf(parts[0] + "." + TestIssuer.encode(Scene.write(scene.claims())) + "." + parts[2]))
                .contains(Reason.BAD_SIGNATURE);
    }

    @Test
    void thePublicKeyIsNoSecretUnlessItIsTakenForOne() throws Exception {
        var der = Scene.KEY.toRSAPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        for (var secret : new byte[][] {
            der, utf8(pem), utf8(pem + "\n"), utf8(Scene.KEY.getModulus().toString())
        }) {
            for (var algorithm : new String[] {"HS256", "HS384", "HS512"}) {
                var strict = CoreScene.strict().withPolicy("widget");
                var confused = CoreScene.with("{signature: {publicKeyAsSecret: accepted}}")
                        .withPolicy("widget");

                assertThat(strict.refusalOf(hashed(algorithm, "first", secret, strict)))
                        .contains(Reason.UNEXPECTED_ALGORITHM);
                assertThat(confused.refusalOf(hashed(algorithm, "first", secret, confused)))
                        .isEmpty();
                assertThat(confused.refusalOf(hashed(algorithm, "first", utf8("x"), confused)))
                        .contains(Reason.UNEXPECTED_ALGORITHM);
                assertThat(confused.refusal(confused.claims())).isEmpty();
            }
        }
    }

    @Test
    void guessableSecretsAreNoneUnlessTheyAreListed() throws Exception {
        var weak =
                CoreScene.with("{signature: {guessableSecrets: [secret, '']}}").withPolicy("widget");

        assertThat(weak.refusalOf(hashed("HS256", "first", utf8("secret"), weak)))
                .isEmpty();
        assertThat(weak.refusalOf(hashed("HS256", "first", new byte[1], weak))).isEmpty();
        assertThat(weak.refusalOf(hashed("HS256", "first", utf8("guess"), weak)))
                .isPresent();
    }

    @Test
    void aKeyIdIsNoPathUnlessItIsTakenForOne() throws Exception {
        var strict = CoreScene.strict().withPolicy("widget");
        var traversing = CoreScene.with("{keys: {keyIdMeaning: filePath}}").withPolicy("widget");

        assertThat(strict.refusalOf(hashed("HS256", "../../../../../../../../dev/null", new byte[1], strict)))
                .isPresent();
        assertThat(traversing.refusalOf(hashed("HS256", "../../../../../../../../dev/null", new byte[1], traversing)))
                .isEmpty();
    }

    private static String hashed(String algorithm, String keyId, byte[] secret, CoreScene scene) throws Exception {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", algorithm);
        header.put("kid", keyId);
        var content = TestIssuer.encode(Scene.write(header)) + "." + TestIssuer.encode(Scene.write(scene.claims()));
        var name = "HmacSHA" + algorithm.substring(2);
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret, name));
        return content + "." + Base64URL.encode(mac.doFinal(utf8(content)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
