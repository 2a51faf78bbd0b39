package dev.assay.identity.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes RSA keys with certificates that last ten years, as GitHub's do. */
final class SelfSigned {

    private static final int RSA_BITS = 2048;
    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    private SelfSigned() {}

    static SigningKey fresh() {
        return fresh(RSA_BITS);
    }

    /** @param bits length of the modulus */
    static SigningKey fresh(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            var pair = generator.generateKeyPair();
            var key = new SigningKey(
                    "unnamed",
                    (RSAPublicKey) pair.getPublic(),
                    (RSAPrivateCrtKey) pair.getPrivate(),
                    certificate(pair));
            return key.named(key.thumbprintKeyId());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("An RSA key cannot be made in this Java runtime", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=token signing (simulated)");
        var from = Instant.now().minus(Duration.ofDays(1));
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(127, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(TEN_YEARS)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
