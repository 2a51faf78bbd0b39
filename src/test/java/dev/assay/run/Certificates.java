package dev.assay.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.run.Fault.Tls;
import dev.assay.tls.ServerIdentity;
import dev.assay.tls.ThrowAwayAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates that are good, and such as are not. */
final class Certificates {
    private static final char[] NO_PASSWORD = new char[0];

    private final ThrowAwayAuthority trusted = ThrowAwayAuthority.create(Clock.systemUTC());
    private final ThrowAwayAuthority past =
            ThrowAwayAuthority.create(Clock.offset(Clock.systemUTC(), Duration.ofDays(-800)));
    private final Map<Tls, SSLContext> contexts = new EnumMap<>(Tls.class);

    private final SSLContext good;

    Certificates() {
        good = context(trusted.serverIdentity("127.0.0.1"));
        contexts.put(Tls.OTHER_HOST, context(trusted.serverIdentity("192.0.2.1")));
        contexts.put(
                Tls.STRANGE_AUTHORITY,
                context(ThrowAwayAuthority.create(Clock.systemUTC()).serverIdentity("127.0.0.1")));
        contexts.put(Tls.EXPIRED, context(past.serverIdentity("127.0.0.1")));
    }

    SSLContext context(Tls tls) {
        return contexts.getOrDefault(tls, good);
    }

    /** The authorities that a run trusts. */
    KeyStore authorities() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("trusted", trusted.certificate());
            store.setCertificateEntry("past", past.certificate());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(ServerIdentity identity) {
        try {
            var chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(
                            identity.certificateChainPem().getBytes(US_ASCII)));
            var base64 = identity.privateKeyPem().replaceAll("-----[A-Z ]+-----", "");
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
