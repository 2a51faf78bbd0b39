package dev.assay.tls;

import static java.util.Objects.requireNonNull;

/**
 * What a server needs to speak TLS under certain host names.
 *
 * @param certificateChainPem its certificate, then the authority's
 * @param privateKeyPem PKCS#8; a secret
 */
public record ServerIdentity(String certificateChainPem, String privateKeyPem) {

    public ServerIdentity {
        requireNonNull(certificateChainPem, "certificateChainPem");
        requireNonNull(privateKeyPem, "privateKeyPem");
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "ServerIdentity[" + certificateChainPem.lines().count() + " lines of certificates]";
    }
}
