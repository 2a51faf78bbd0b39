package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.Actor;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Optional;

/**
 * Whoever is behind a request.
 *
 * @param actor what the core knows of them
 * @param apiToken the API token that they presented, if it was not a session
 * @param scopes its limits; none for a legacy token
 */
record Caller(Actor actor, Optional<RegistryToken> apiToken, Optional<ApiTokens.Scopes> scopes) {

    static Caller of(Actor actor) {
        return new Caller(actor, Optional.empty(), Optional.empty());
    }

    /** Some endpoints want to know that their token was made for them. */
    void refuseLegacyToken() throws Rejected {
        if (apiToken.isPresent() && scopes.isEmpty()) {
            throw new Rejected(
                    403, "This endpoint cannot be used with legacy API tokens. Use a scoped API token instead.");
        }
    }

    /** Refuses a token that is limited to something else. */
    void admit(String endpointScope, String crate) throws Rejected {
        if (scopes.isPresent() && !scopes.get().allow(endpointScope, crate)) {
            throw new Rejected(403, "this token does not have the required permissions to perform this action");
        }
    }

    /** Refuses a token that is made for something else, whichever crates it is limited to. */
    void admit(String endpointScope) throws Rejected {
        if (scopes.isPresent() && !scopes.get().endpoints().contains(endpointScope)) {
            throw new Rejected(403, "this token does not have the required permissions to perform this action");
        }
    }
}
