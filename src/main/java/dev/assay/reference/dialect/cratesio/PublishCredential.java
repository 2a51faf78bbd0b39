package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Request;
import java.util.Optional;

/** Finds the token behind an upload: one of trusted publishing by its prefix, else an API token. */
record PublishCredential(RegistryCore core, Callers callers) {

    RegistryToken of(Request request, String crate) throws Rejected {
        var text = Authorization.of(request)
                .filter(Authorization::isBearer)
                .map(Authorization::token)
                .orElse("");
        var known = core.credentials()
                .withText(text)
                .filter(token -> !token.isLongLived())
                .or(() -> fromIdToken(text));
        if (known.isPresent()) {
            return known.get();
        }
        if (text.startsWith(AccessToken.PREFIX)) {
            throw unknown(text, crate);
        }
        var caller = callers.identify(request);
        var token = caller.apiToken().orElseThrow(() -> new Rejected(403, "this action requires authentication"));
        caller.admit(exists(crate) ? "publish-update" : "publish-new", crate);
        return token;
    }

    /** Whether the crate exists is looked at before anything is known about the token. */
    private Rejected unknown(String text, String crate) {
        if (!AccessToken.isWellFormed(text)) {
            return new Rejected(401, "Invalid `Authorization` header: Failed to parse token");
        }
        return new Rejected(403, exists(crate) ? PublishRefusals.UNKNOWN_TOKEN : PublishRefusals.NO_NEW_CRATES);
    }

    private Optional<RegistryToken> fromIdToken(String text) {
        return text.startsWith(AccessToken.COMMON_PREFIX) || text.isEmpty()
                ? Optional.empty()
                : core.credentials().fromIdToken(text);
    }

    private boolean exists(String crate) {
        return core.state().atomically(() -> core.state().packages().find(crate).isPresent());
    }
}
