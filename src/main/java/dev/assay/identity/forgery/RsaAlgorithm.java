package dev.assay.identity.forgery;

import dev.assay.identity.key.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** RSA signature algorithms by their JOSE names (RFC 7518 §§3.3, 3.5; RS1 is RFC 8812's). */
enum RsaAlgorithm {
    RS1("SHA1withRSA"),
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA"),
    PS256("RSASSA-PSS", new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1)),
    PS384("RSASSA-PSS", new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1)),
    PS512("RSASSA-PSS", new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));

    private final String javaName;
    private final PSSParameterSpec[] parameters;

    RsaAlgorithm(String javaName, PSSParameterSpec... parameters) {
        this.javaName = javaName;
        this.parameters = parameters;
    }

    byte[] sign(byte[] input, SigningKey key) {
        try {
            var signature = Signature.getInstance(javaName);
            for (var parameter : parameters) {
                signature.setParameter(parameter);
            }
            signature.initSign(key.privateKey());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " is not available in this Java runtime", e);
        }
    }
}
