package dev.assay.reference;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an embedded registry stands between.
 *
 * @param issuers the supported issuers by kind of identity provider, such as {@code github}
 * @param forgeApi base address of the forge's API, without a slash at its end
 * @param port to listen on; 0 for any
 * @param certificate for TLS; without it the registry speaks plain HTTP
 * @param trustAnchors PEM texts of the authorities that issuers and the forge are believed with, besides none
 * @param wallClock the time
 * @param furtherIssuers a second supported issuer of the same kind, where there is one, by kind of identity provider
 */
public record Surroundings(
        Map<String, String> issuers,
        URI forgeApi,
        int port,
        Optional<Certificate> certificate,
        Optional<String> trustAnchors,
        Supplier<Instant> wallClock,
        Map<String, String> furtherIssuers) {

    /** Copies the issuers. */
    public Surroundings {
        issuers = new LinkedHashMap<>(requireNonNull(issuers, "issuers"));
        furtherIssuers = new LinkedHashMap<>(requireNonNull(furtherIssuers, "furtherIssuers"));
        requireNonNull(forgeApi, "forgeApi");
        requireNonNull(wallClock, "wallClock");
    }

    /** One issuer of each kind. */
    public Surroundings(
            Map<String, String> issuers,
            URI forgeApi,
            int port,
            Optional<Certificate> certificate,
            Optional<String> trustAnchors,
            Supplier<Instant> wallClock) {
        this(issuers, forgeApi, port, certificate, trustAnchors, wallClock, Map.of());
    }

    /** Plain HTTP on any port, by the system's clock. */
    public static Surroundings plain(Map<String, String> issuers, URI forgeApi) {
        return new Surroundings(issuers, forgeApi, 0, Optional.empty(), Optional.empty(), Instant::now);
    }

    /**
     * A server certificate for the host name localhost.
     *
     * @param chainPem the certificate and those above it
     * @param keyPem its private key, in PKCS#8
     */
    public record Certificate(String chainPem, String keyPem) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "certificate";
        }
    }
}
