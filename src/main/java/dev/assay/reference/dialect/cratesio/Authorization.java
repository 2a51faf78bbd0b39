package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.wire.Request;
import java.util.Optional;

/**
 * The {@code Authorization} header: a scheme may stand before the token, or not.
 *
 * @param scheme as sent; an empty text if there is none
 * @param token what remains
 */
record Authorization(String scheme, String token) {

    static Optional<Authorization> of(Request request) {
        var header = request.header("Authorization").strip();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        var parts = header.split("\\s+", 2);
        return Optional.of(
                parts.length == 1 ? new Authorization("", header) : new Authorization(parts[0], parts[1].strip()));
    }

    /** Whether the scheme is one that the registry takes, or none at all. */
    boolean isBearer() {
        return scheme.isEmpty() || scheme.equalsIgnoreCase("Bearer");
    }
}
