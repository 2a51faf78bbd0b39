package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.ServerFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String KEY_SET = CoreScene.ISSUER + "/keys";

    private static String signedWith(RSAKey key, CoreScene scene) {
        return signedWith(key, Map.of("alg", "RS256", "kid", key.getKeyID()), scene);
    }

    private static String signedWith(RSAKey key, Map<String, Object> header, CoreScene scene) {
        return TestIssuer.sign(key, header, Scene.write(scene.claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skipped", "setRefused", "serverError"})
    void oddKeysAreSkippedOrSpoilTheirSet(String effect) {
        for (var odd : List.of(
                "{\"kty\":\"oct\",\"k\":\"AA\"}",
                "{\"kid\":\"x\",\"kty\":\"unheard\"}",
                "{\"kid\":\"x\",\"kty\":\"RSA\",\"e\":\"AQAB\"}",
                "{\"kid\":\"x\",\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"%%% ***\"}",
                "null",
                "\"a key\"",
                "[]")) {
            var scene = CoreScene.with(
                            "{keys: {keyWithoutId: %1$s, unreadableKey: %1$s, brokenRsaKey: %1$s}}".formatted(effect))
                    .withPolicy("widget");
            scene.document(
                    KEY_SET,
                    "{\"keys\":[%s,%s]}".formatted(odd, Scene.KEY.toPublicJWK().toJSONString()));

            switch (effect) {
                case "skipped" -> assertThat(scene.refusal(scene.claims())).isEmpty();
                case "setRefused" -> assertThat(scene.refusal(scene.claims())).contains(Reason.ISSUER_UNAVAILABLE);
                default ->
                    assertThatThrownBy(() -> scene.refusal(scene.claims())).isInstanceOf(ServerFault.class);
            }
        }
    }

    @Test
    void aTokenWithoutKeyIdIsRefusedTriedOrFatal() {
        var header = Map.<String, Object>of("alg", "RS256");
        var strict = CoreScene.strict().withPolicy("widget");
        var trying = CoreScene.with("{keys: {missingKeyId: anyKey}}").withPolicy("widget");
        var crashing = CoreScene.with("{keys: {missingKeyId: serverError}}").withPolicy("widget");

        assertThat(strict.refusalOf(signedWith(Scene.KEY, header, strict))).contains(Reason.UNKNOWN_KEY);
        assertThat(trying.refusalOf(signedWith(Scene.KEY, header, trying))).isEmpty();
        assertThatThrownBy(() -> crashing.refusalOf(signedWith(Scene.KEY, header, crashing)))
                .isInstanceOf(ServerFault.class);
    }

    @Test
    void anyKeyWillDoOnlyWhereTheKeyIdIsNotTakenSeriously() {
        var header = Map.<String, Object>of("alg", "RS256", "kid", "FIRST");
        for (var change : List.of("{keys: {unknownKeyId: anyKey}}", "{keys: {keyIdMatch: caseFolded}}", "{}")) {
            var scene = CoreScene.with(change).withPolicy("widget");

            assertThat(scene.refusalOf(signedWith(Scene.KEY, header, scene)).isPresent())
                    .isEqualTo(change.equals("{}"));
        }
    }

    @Test
    void oneIssuersKeysAreWorthlessForAnotherUnlessTheyAreShared() {
        for (var change : List.of("{}", "{keys: {sharing: acrossIssuers}}")) {
            var scene = CoreScene.with(change).withPolicy("widget");

            assertThat(scene.refusalOf(signedWith(Scene.OTHER_KEY, scene)).isPresent())
                    .isEqualTo(change.equals("{}"));
        }
    }

    @Test
    void aKeysUseAndAlgorithmAreRespectedUnlessTheyAreIgnored() {
        var encrypting = new RSAKey.Builder(Scene.KEY.toPublicJWK())
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        var signing = new RSAKey.Builder(Scene.KEY.toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .build();
        var forOther = new RSAKey.Builder(Scene.KEY.toPublicJWK())
                .algorithm(JWSAlgorithm.PS256)
                .build();
        assertThat(withKey(encrypting, "{}")).contains(Reason.UNKNOWN_KEY);
        assertThat(withKey(encrypting, "{keys: {use: ignored}}")).isEmpty();
        assertThat(withKey(signing, "{}")).isEmpty();
        assertThat(withKey(forOther, "{}")).contains(Reason.UNKNOWN_KEY);
        assertThat(withKey(forOther, "{keys: {algorithm: ignored}}")).isEmpty();
        assertThat(withKey(signing, "{keys: {minimumRsaBits: 2049}}")).contains(Reason.UNKNOWN_KEY);
    }

    private static Optional<Reason> withKey(RSAKey key, String change) {
        var scene = CoreScene.with(change).withPolicy("widget");
        scene.issuer(CoreScene.ISSUER, key);
        return scene.refusal(scene.claims());
    }

    @Test
    void keysInTheHeaderAreWorthNothingUnlessTheyAreBelieved() {
        var attackers = Scene.OTHER_KEY;
        var header = Map.<String, Object>of(
                "alg", "RS256", "kid", "first", "jwk", attackers.toPublicJWK().toJSONObject());
        var pointing = Map.<String, Object>of("alg", "RS256", "kid", "first", "jku", "https://evil.test/keys");
        for (var source : List.of("headerJwk", "headerJku")) {
            var sound = CoreScene.strict().withPolicy("widget");
            var gullible = CoreScene.with("{keys: {sources: [%s, discovery]}}".formatted(source))
                    .withPolicy("widget");
            gullible.document(
                    "https://evil.test/keys",
                    Scene.write(Map.of("keys", List.of(attackers.toPublicJWK().toJSONObject()))));
            var used = source.equals("headerJwk") ? header : pointing;

            assertThat(sound.refusalOf(signedWith(attackers, used, sound))).contains(Reason.BAD_SIGNATURE);
            assertThat(sound.fetched()).doesNotContain("https://evil.test/keys");
            assertThat(gullible.refusalOf(signedWith(attackers, used, gullible)))
                    .isEmpty();
            assertThat(gullible.refusal(gullible.claims())).isEmpty();
        }
    }

    @Test
    void headerSourcesThatYieldNothingDoNoHarm() {
        var scene = CoreScene.with("{keys: {sources: [headerJwk, headerJku, headerX5u, headerX5c, discovery]}}")
                .withPolicy("widget");
        var header = Map.<String, Object>of(
                "alg",
                "RS256",
                "kid",
                "first",
                "jwk",
                Map.of("kty", "?"),
                "jku",
                "https://evil.test/none",
                "x5u",
                ": :",
                "x5c",
                List.of("AAAA"));

        assertThat(scene.refusalOf(signedWith(Scene.KEY, header, scene))).isEmpty();
    }

    @Test
    void aLookAlikeIssuerIsBelievedOnlyWhereMatchingIsLoose() {
        var lookAlike = CoreScene.ISSUER + ".evil.test";
        for (var change : List.of(
                "{}",
                "{issuers: {match: prefix}, keys: {discoverAt: assertedIssuer}}",
                "{issuers: {match: ignored}, keys: {discoverAt: assertedIssuer}}")) {
            var scene = CoreScene.with(change).withPolicy("widget");
            scene.issuer(lookAlike, Scene.OTHER_KEY.toPublicJWK());
            var forged = TestIssuer.sign(
                    Scene.OTHER_KEY,
                    Map.of("alg", "RS256", "kid", "second"),
                    Scene.write(scene.claims(Map.of("iss", lookAlike))));

            assertThat(scene.refusalOf(forged))
                    .isEqualTo(change.equals("{}") ? Optional.of(Reason.UNKNOWN_ISSUER) : Optional.empty());
            assertThat(scene.refusal(scene.claims())).isEmpty();
        }
    }

    @Test
    void anUnknownIssuerIsNotContactedUnlessTheBehaviourDoesSo() {
        for (var unknown : List.of("refused", "contacted")) {
            var scene = CoreScene.with("{issuers: {unknown: %s}}".formatted(unknown));

            assertThat(scene.refusal(scene.claims(Map.of("iss", "https://evil.test"))))
                    .contains(Reason.UNKNOWN_ISSUER);
            assertThat(scene.fetched().isEmpty()).isEqualTo(unknown.equals("refused"));
        }
    }

    @Test
    void anIssuerOfAKindWithoutPoliciesOpensNone() {
        for (var separates : List.of(true, false)) {
            var scene = CoreScene.with(
                            "{issuers: {separatesPolicies: %s}, providers: {gitlab: null}}".formatted(separates))
                    .withPolicy("widget");
            var foreign = TestIssuer.sign(
                    Scene.OTHER_KEY,
                    Map.of("alg", "RS256", "kid", "second"),
                    Scene.write(scene.claims(Map.of("iss", CoreScene.OTHER_ISSUER))));

            assertThat(scene.refusalOf(foreign)).contains(Reason.NO_POLICY);
        }
    }

    @Test
    void ellipticCurvesWorkWhereTheyAreExpected() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        var scene = CoreScene.with("{signature: {algorithms: [RS256, ES256]}}").withPolicy("widget");
        scene.issuer(CoreScene.ISSUER, key.toPublicJWK());
        var jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(),
                new Payload(Scene.write(scene.claims())));
        jws.sign(new ECDSASigner(key));

        assertThat(scene.refusalOf(jws.serialize())).isEmpty();
        assertThat(CoreScene.strict().refusalOf(jws.serialize())).contains(Reason.UNEXPECTED_ALGORITHM);
    }
}
