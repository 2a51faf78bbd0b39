package dev.assay.reference.core.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assay.reference.core.token.CompactToken;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Verifies signatures made with a private key (RFC 7518 §3.3 to §3.5). */
public final class SignatureVerifier {

    private SignatureVerifier() {}

    /** Whether the key and the token's algorithm verify its signature. */
    public static boolean verifies(JWK key, CompactToken token) {
        var header = new JWSHeader.Builder(algorithm(token.headerText("alg"))).build();
        var content = token.signedContent().getBytes(StandardCharsets.UTF_8);
        try {
            if (key instanceof RSAKey rsa) {
                return new RSASSAVerifier(rsa).verify(header, content, token.signature());
            }
            return key instanceof ECKey ec && new ECDSAVerifier(ec).verify(header, content, token.signature());
        } catch (JOSEException | RuntimeException unfit) {
            return false;
        }
    }

    /** Whether the algorithm is one that can be verified at all. */
    public static boolean knows(String algorithm) {
        var name = algorithm(algorithm);
        return RSASSAVerifier.SUPPORTED_ALGORITHMS.contains(name)
                || ECDSAVerifier.SUPPORTED_ALGORITHMS.contains(name)
                || JWSAlgorithm.Family.HMAC_SHA.contains(name);
    }

    private static JWSAlgorithm algorithm(String name) {
        return JWSAlgorithm.parse(name.toUpperCase(Locale.ROOT));
    }
}
