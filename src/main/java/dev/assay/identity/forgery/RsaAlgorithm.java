package dev.assay.identity.forgery;

import dev.assay.identity.key.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** RSA signature algorithms by their JOSE names (RFC 7518 §§3.3, 3.5; RS1 is RFC 8812's). */
enum RsaAlgorithm {
    RS1("SHA1withRSA", 0),
    RS256("SHA256withRSA", 0),
    RS384("SHA384withRSA", 0),
    RS512("SHA512withRSA", 0),
    PS256("SHA-256", 32),
    PS384("SHA-384", 48),
    PS512("SHA-512", 64);

    private static final int TRAILER_FIELD = 1;

    private final String javaName;
    private final int saltOctets;

    RsaAlgorithm(String javaName, int saltOctets) {
        this.javaName = javaName;
        this.saltOctets = saltOctets;
    }

    byte[] sign(byte[] input, SigningKey key) {
        try {
            var signature = saltOctets == 0 ? Signature.getInstance(javaName) : probabilistic();
            signature.initSign(key.privateKey());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " is not available in this Java runtime", e);
        }
    }

    private Signature probabilistic() throws GeneralSecurityException {
        var signature = Signature.getInstance("RSASSA-PSS");
        var mask = new MGF1ParameterSpec(javaName);
        signature.setParameter(new PSSParameterSpec(javaName, "MGF1", mask, saltOctets, TRAILER_FIELD));
        return signature;
    }
}
