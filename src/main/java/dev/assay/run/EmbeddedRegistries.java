package dev.assay.run;

import dev.assay.result.Model.EvidenceNote;
import dev.assay.tls.ServerIdentity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts models of registries on this machine: the only thing the harness knows of them is their base URL. */
@FunctionalInterface
public interface EmbeddedRegistries {

    /** A model that runs. */
    interface Running extends AutoCloseable {
        /** Where it listens. */
        URI baseUri();

        @Override
        void close();
    }

    /**
     * What a model is told about its surroundings, like any registry that is deployed.
     *
     * @param issuers the issuer of each identity provider, by the registry's name for the provider
     * @param forge where it looks up owners and repositories
     * @param port where to listen; 0 for any free port
     * @param tls certificate to serve, for HTTPS
     * @param trustedAuthority PEM of the authority that issuers' certificates come from
     * @param furtherIssuers a second supported issuer of an identity provider, by the registry's name for the provider
     */
    record Surroundings(
            Map<String, String> issuers,
            URI forge,
            int port,
            Optional<ServerIdentity> tls,
            Optional<String> trustedAuthority,
            Map<String, String> furtherIssuers) {

        /** One issuer for each identity provider. */
        public Surroundings(
                Map<String, String> issuers,
                URI forge,
                int port,
                Optional<ServerIdentity> tls,
                Optional<String> trustedAuthority) {
            this(issuers, forge, port, tls, trustedAuthority, Map.of());
        }
    }

    /** What parts of a named behaviour rest on less than the registry's source. */
    default List<EvidenceNote> evidence(String behaviour) {
        return List.of();
    }

    /** Starts a model with a named behaviour. */
    Running start(String behaviour, Surroundings surroundings);
}
