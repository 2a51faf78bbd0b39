package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;

/**
 * {@code DELETE /api/v1/trusted_publishing/tokens}: the holder gives a token back
 * (src/controllers/trustpub/tokens/revoke/mod.rs). One that nobody knows is given back, too.
 */
record RevokeEndpoint(RegistryCore core) {

    Answer answer(Request request) throws Rejected {
        var header = Authorization.of(request).orElseThrow(() -> new Rejected(401, "Missing `Authorization` header"));
        if (!header.isBearer()) {
            throw new Rejected(
                    401,
                    "Invalid `Authorization` header: Found unexpected authentication scheme `%s`"
                            .formatted(header.scheme()));
        }
        var known = core.state().tokens().withText(header.token()).filter(token -> !token.isLongLived());
        if (known.isEmpty() && !AccessToken.isWellFormed(header.token())) {
            throw new Rejected(401, "Invalid `Authorization` header: Failed to parse token");
        }
        known.ifPresent(core.credentials()::revoke);
        return Answer.empty(204);
    }
}
