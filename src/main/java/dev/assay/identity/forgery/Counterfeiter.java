package dev.assay.identity.forgery;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

/** Somebody who signs JWTs without the key of the one in whose name they are. */
public final class Counterfeiter {
    private static final int RSA_BITS = 2048;
    private static final int SECRET_BITS = 512;

    private final JWK key;
    private final JWSAlgorithm algorithm;

    private Counterfeiter(JWK key, JWSAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /** One with a fresh key of their own for an algorithm; empty if there is no making one for it here. */
    public static Optional<Counterfeiter> signingWith(String algorithmName) {
        var algorithm = JWSAlgorithm.parse(algorithmName);
        try {
            return fresh(algorithm).map(key -> new Counterfeiter(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key for " + algorithmName + " cannot be made", e);
        }
    }

    private static Optional<JWK> fresh(JWSAlgorithm algorithm) throws JOSEException {
        if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
            return Optional.of(new OctetSequenceKeyGenerator(SECRET_BITS).generate());
        }
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return Optional.of(new RSAKeyGenerator(RSA_BITS).generate());
        }
        var curves = Curve.forJWSAlgorithm(algorithm);
        return JWSAlgorithm.Family.EC.contains(algorithm) && !JWSAlgorithm.ES256K.equals(algorithm)
                ? Optional.of(new ECKeyGenerator(curves.iterator().next()).generate())
                : Optional.empty();
    }

    /**
     * One who takes a public key for a secret: its PEM text is the key of an HMAC (RFC 8725 §2.1).
     *
     * @param keySet the key set that publishes it
     * @param keyId which one of the set; where none has this name, it is the first
     * @return empty if the text publishes no key that can be written so
     */
    public static Optional<Counterfeiter> keyedWithPublicKey(String keySet, String keyId) {
        try {
            var keys = JWKSet.parse(keySet);
            return Optional.ofNullable(keys.getKeyByKeyId(keyId))
                    .or(() -> keys.getKeys().stream().findFirst())
                    .flatMap(Counterfeiter::asSecret)
                    .map(secret -> new Counterfeiter(secret, JWSAlgorithm.HS256));
        } catch (ParseException noKeySet) {
            return Optional.empty();
        }
    }

    private static Optional<JWK> asSecret(JWK published) {
        try {
            return published instanceof AsymmetricJWK pair
                    ? Optional.of(secret(
                            HmacSecret.pem("PUBLIC KEY", pair.toPublicKey().getEncoded())))
                    : Optional.empty();
        } catch (JOSEException notExportable) {
            return Optional.empty();
        }
    }

    private static JWK secret(String text) {
        return new OctetSequenceKey.Builder(text.getBytes(StandardCharsets.US_ASCII)).build();
    }

    /** How they sign, by its JOSE name. */
    public String algorithm() {
        return algorithm.getName();
    }

    /** The key that verifies what they sign, as a JSON object. */
    public String verifyingKey() {
        return (key.toPublicJWK() == null ? key : key.toPublicJWK()).toJSONString();
    }

    /** Their signature, as the third part of a JWT. */
    public String signature(String firstTwoParts) {
        try {
            return new DefaultJWSSignerFactory()
                    .createJWSSigner(key, algorithm)
                    .sign(new JWSHeader(algorithm), firstTwoParts.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own making cannot sign", e);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "counterfeiter who signs with " + algorithm;
    }
}
