package dev.assay.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one run (or, when saved, for one installation). It vouches for whatever host it is asked to. */
public final class ThrowAwayAuthority {

    private static final X500Name NAME = new X500Name("CN=Assay throw-away authority");
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(365);
    private static final int LONGEST_NAME = 64;
    private static final String SIGNATURE = "SHA256withECDSA";

    private final X509Certificate certificate;
    private final PrivateKey privateKey;
    private final Clock clock;

    private ThrowAwayAuthority(X509Certificate certificate, PrivateKey privateKey, Clock clock) {
        this.certificate = requireNonNull(certificate, "certificate");
        this.privateKey = requireNonNull(privateKey, "privateKey");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Makes an authority with a fresh P-256 key.
     *
     * @param clock whose day certificates are valid around: from a day before to a year after
     */
    public static ThrowAwayAuthority create(Clock clock) {
        var pair = freshKey();
        try {
            var builder = certificate(NAME, pair.getPublic(), clock)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new ThrowAwayAuthority(signed(builder, pair.getPrivate()), pair.getPrivate(), clock);
        } catch (IOException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }

    /**
     * Reads an authority that was saved with its key.
     *
     * @throws IOException if {@code ca.pem} or {@code ca.key} is missing or is not what its name says
     */
    public static ThrowAwayAuthority load(Path directory, Clock clock) throws IOException {
        var files = new AuthorityFiles(directory);
        return new ThrowAwayAuthority(files.certificate(), files.privateKey(), clock);
    }

    /** Writes the certificate to {@code ca.pem}, for those who are to trust it. */
    public void saveCertificate(Path directory) throws IOException {
        new AuthorityFiles(directory).write(certificatePem());
    }

    /** Writes the certificate to {@code ca.pem} and the key, readable by the owner alone, to {@code ca.key}. */
    public void save(Path directory) throws IOException {
        new AuthorityFiles(directory).write(certificatePem(), Pem.privateKey(privateKey));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String certificatePem() {
        return Pem.certificate(certificate);
    }

    /**
     * Makes a certificate for a server.
     *
     * @param hosts names and addresses that clients will use for it
     */
    public ServerIdentity serverIdentity(String... hosts) {
        var key = hostKey(hosts);
        return new ServerIdentity(Pem.certificate(key.chain()[0]) + certificatePem(), Pem.privateKey(key.privateKey()));
    }

    HostCertificates.HostKey hostKey(String... hosts) {
        var pair = freshKey();
        try {
            var names = Arrays.stream(hosts).map(ThrowAwayAuthority::name).toArray(GeneralName[]::new);
            var builder = certificate(new X500Name("CN=" + commonName(hosts[0])), pair.getPublic(), clock)
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            return new HostCertificates.HostKey(pair.getPrivate(), signed(builder, privateKey), certificate);
        } catch (IOException e) {
            throw new IllegalStateException("A certificate for " + Arrays.toString(hosts) + " cannot be written", e);
        }
    }

    /** At most 64 characters (RFC 5280 appendix A, ub-common-name); clients read the alternative names. */
    private static String commonName(String host) {
        return host.length() <= LONGEST_NAME ? host : host.substring(0, LONGEST_NAME);
    }

    private static GeneralName name(String host) {
        var isAddress = host.matches("[0-9.]+") || host.contains(":");
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static X509v3CertificateBuilder certificate(X500Name subject, PublicKey key, Clock clock) {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(BACK)),
                Date.from(now.plus(AHEAD)),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey issuerKey) {
        try {
            var signer = new JcaContentSignerBuilder(SIGNATURE).build(issuerKey);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(SIGNATURE + " is not available in this Java runtime", e);
        }
    }

    private static KeyPair freshKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is not available in this Java runtime", e);
        }
    }
}
