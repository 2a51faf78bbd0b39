package dev.assay.reference.dialect.pypi;

import dev.assay.reference.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What an upload is authorised with.
 *
 * @param isPassword whether a user's password rather than a token was sent
 * @param text the token
 */
record UploadCredential(boolean isPassword, String text) {

    /** The credential of a request; empty if there is none or it cannot be read. */
    static Optional<UploadCredential> of(Request request) {
        return request.credentials("Basic")
                .flatMap(UploadCredential::basic)
                .or(() -> request.credentials("Bearer").map(text -> new UploadCredential(false, text)))
                .or(() -> request.credentials("Token").map(text -> new UploadCredential(false, text)));
    }

    private static Optional<UploadCredential> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new UploadCredential(
                            !pair.substring(0, colon).strip().equals("__token__"),
                            pair.substring(colon + 1).strip()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
