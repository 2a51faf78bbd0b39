package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.registry.RegistryToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What API tokens are limited to. One without an entry has no scopes: a legacy token, which may do nearly all. */
final class ApiTokens {

    private final Map<UUID, Scopes> scopes = new ConcurrentHashMap<>();

    void limit(RegistryToken token, Scopes to) {
        scopes.put(token.id(), to);
    }

    Optional<Scopes> scopesOf(RegistryToken token) {
        return Optional.ofNullable(scopes.get(token.id()));
    }

    /**
     * The scopes of one token.
     *
     * @param crates names, or beginnings of names with an asterisk behind them; none for all crates
     * @param endpoints what it may be used for
     * @param expiresAt from when it does not work
     */
    record Scopes(List<String> crates, List<String> endpoints, Optional<Instant> expiresAt) {

        /** Copies the lists. */
        Scopes {
            crates = List.copyOf(crates);
            endpoints = List.copyOf(endpoints);
        }

        boolean allow(String endpoint, String crate) {
            return endpoints.contains(endpoint)
                    && (crates.isEmpty() || crates.stream().anyMatch(pattern -> matches(pattern, crate)));
        }

        private static boolean matches(String pattern, String crate) {
            return pattern.endsWith("*")
                    ? crate.startsWith(pattern.substring(0, pattern.length() - 1))
                    : pattern.equals(crate);
        }
    }
}
