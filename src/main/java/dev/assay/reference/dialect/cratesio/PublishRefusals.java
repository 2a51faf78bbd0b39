package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.RegistryToken;
import java.net.URI;

/** What is said of a token that may not publish (src/controllers/krate/publish.rs). */
record PublishRefusals(URI baseUri) {

    static final String NO_NEW_CRATES =
            "Trusted Publishing tokens do not support creating new crates. Publish the crate manually, first";
    static final String UNKNOWN_TOKEN = "Invalid authentication token";
    private static final String NO_RIGHTS = "this crate exists but you don't seem to be an owner. "
            + "If you believe this is a mistake, perhaps you need to accept an invitation to be an owner before publishing.";

    Rejected of(UploadRefused refused, RegistryToken token, String version) {
        return switch (refused.objections().get(0)) {
            case CANNOT_CREATE -> new Rejected(403, NO_NEW_CRATES);
            case EXPIRED, NOT_YET_VALID, USED_UP -> new Rejected(403, UNKNOWN_TOKEN);
            case POLICY_DOES_NOT_COVER, PACKAGE_OUT_OF_SCOPE -> outOfScope(token, refused.subject());
            case ACCOUNT_WITHOUT_RIGHTS -> new Rejected(403, NO_RIGHTS);
            case LONG_LIVED_TOKENS_REFUSED ->
                new Rejected(
                        403,
                        "New versions of this crate can only be published using Trusted Publishing (see %s)."
                                .formatted(baseUri + "/docs/trusted-publishing"));
            case NAME_REFUSED -> new Rejected(400, refused.subject());
            case FILE_EXISTS -> alreadyUploaded(version);
            case UPLOADS_DISABLED -> new Rejected(403, "We are unable to process your request at this time.");
        };
    }

    static Rejected alreadyUploaded(String version) {
        return new Rejected(400, "crate version `%s` is already uploaded".formatted(version));
    }

    private static Rejected outOfScope(RegistryToken token, String crate) {
        return token.isLongLived()
                ? new Rejected(403, "this token does not have the required permissions to perform this action")
                : new Rejected(403, "The provided access token is not valid for crate `%s`".formatted(crate));
    }
}
