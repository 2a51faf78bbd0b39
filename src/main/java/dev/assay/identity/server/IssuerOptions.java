package dev.assay.identity.server;

import static java.util.Objects.requireNonNull;

import dev.assay.identity.key.KeySupply;
import dev.assay.tls.ServerIdentity;
import java.util.Optional;

/**
 * How an identity provider is served.
 *
 * @param keys where its keys come from; parties of one scenario share a supply, so that none has another's keys
 * @param port 0 for any free one
 * @param identity for TLS; plain HTTP when absent
 * @param issuer what it calls itself; its own URL when absent
 * @param fixed whether it stays as it is, because others rely on it at the same time; who changes it, or counts who asked
 *     it, gets an exception
 */
public record IssuerOptions(
        KeySupply keys, int port, Optional<ServerIdentity> identity, Optional<String> issuer, boolean fixed) {

    public IssuerOptions {
        requireNonNull(keys, "keys");
        requireNonNull(identity, "identity");
        requireNonNull(issuer, "issuer");
    }

    /** Plain HTTP on any free port, under its own URL. */
    public static IssuerOptions with(KeySupply keys) {
        return new IssuerOptions(keys, 0, Optional.empty(), Optional.empty(), false);
    }

    public IssuerOptions onPort(int other) {
        return new IssuerOptions(keys, other, identity, issuer, fixed);
    }

    public IssuerOptions overTls(ServerIdentity other) {
        return new IssuerOptions(keys, port, Optional.of(other), issuer, fixed);
    }

    /** Under another name than its own URL: for a service whose real host name is led here. */
    public IssuerOptions calling(String other) {
        return new IssuerOptions(keys, port, identity, Optional.of(other), fixed);
    }

    /** As it is, for good. */
    public IssuerOptions asItIs() {
        return new IssuerOptions(keys, port, identity, issuer, true);
    }
}
