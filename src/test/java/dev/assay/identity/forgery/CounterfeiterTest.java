package dev.assay.identity.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterfeiterTest {

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512", "RS256", "PS384", "ES256", "ES384", "ES512"})
    void anCounterfeiterSignsWithAKeyOfTheirOwn(String algorithm) throws JOSEException, ParseException {
        var counterfeiter = Counterfeiter.signingWith(algorithm).orElseThrow();
        var jwt = signed(counterfeiter);

        assertThat(counterfeiter.algorithm()).isEqualTo(algorithm);
        assertThat(jwt.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(jwt.getHeader(), key(JWK.parse(counterfeiter.verifyingKey())))))
                .isTrue();
        assertThat(counterfeiter.verifyingKey()).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ES256K", "EdDSA", "A128GCM"})
    void thereAreAlgorithmsThatNobodySignsWithHere(String algorithm) {
        assertThat(Counterfeiter.signingWith(algorithm)).isEmpty();
    }

    @Test
    void aPublicKeyServesAsSecretInItsPemText() throws JOSEException, ParseException {
        var first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        var second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        var keySet = new JWKSet(List.of(first, second)).toString();

        for (var named : List.of(first, second)) {
            var jwt = signed(
                    Counterfeiter.keyedWithPublicKey(keySet, named.getKeyID()).orElseThrow());
            assertThat(jwt.verify(new MACVerifier(pem(named)))).isTrue();
        }
        assertThat(signed(Counterfeiter.keyedWithPublicKey(keySet, "").orElseThrow())
                        .verify(new MACVerifier(pem(first))))
                .isTrue();
    }

    @Test
    void notEverythingPublishesAPublicKey() {
        for (var text : List.of("<html>", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}")) {
            assertThat(Counterfeiter.keyedWithPublicKey(text, "1")).isEmpty();
        }
    }

    private static byte[] pem(ECKey key) throws JOSEException {
        return HmacSecret.pem("PUBLIC KEY", key.toPublicKey().getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    private static JWSObject signed(Counterfeiter counterfeiter) throws ParseException {
        var content =
                Base64URL.encode("{\"alg\":\"" + counterfeiter.algorithm() + "\"}") + "." + Base64URL.encode("{}");
        return JWSObject.parse(content + "." + counterfeiter.signature(content));
    }

    private static Key key(JWK key) throws JOSEException {
        if (key instanceof OctetSequenceKey secret) {
            return secret.toSecretKey();
        }
        return key instanceof RSAKey rsa ? rsa.toPublicKey() : key.toECKey().toPublicKey();
    }
}
