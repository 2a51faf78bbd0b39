package dev.assay.tls;

import static java.util.Objects.requireNonNull;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificates for whatever host a client names when it connects (SNI, RFC 6066 §3), made when first asked for. A
 * client that names no host, or one that is not served, gets no certificate, and its handshake fails.
 */
public final class HostCertificates extends X509ExtendedKeyManager {
    private static final String KEY_TYPE = "EC";

    private final ThrowAwayAuthority authority;
    private final Predicate<String> served;
    private final Map<String, HostKey> keys = new ConcurrentHashMap<>();

    /**
     * What a server shows of itself.
     *
     * @param chain its certificate, then the authority's
     */
    record HostKey(PrivateKey privateKey, X509Certificate... chain) {}

    /**
     * Certificates of an authority.
     *
     * @param served which hosts to vouch for
     */
    public HostCertificates(ThrowAwayAuthority authority, Predicate<String> served) {
        this.authority = requireNonNull(authority, "authority");
        this.served = requireNonNull(served, "served");
    }

    /** Makes a host's certificate now, so that no client waits for it. */
    public void prepare(String host) {
        var unused = key(host);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return KEY_TYPE.equals(keyType) ? host(engine).filter(served).orElse(null) : null;
    }

    private static Optional<String> host(SSLEngine engine) {
        return engine.getHandshakeSession() instanceof ExtendedSSLSession session
                ? session.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public X509Certificate[] getCertificateChain(String host) {
        return key(host).chain();
    }

    @Override
    public PrivateKey getPrivateKey(String host) {
        return key(host).privateKey();
    }

    private HostKey key(String host) {
        return keys.computeIfAbsent(host, authority::hostKey);
    }

    /** Servers know nobody in advance. */
    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
