package dev.assay.reference.dialect.npm;

import dev.assay.reference.behaviour.PublishingRules.RefusedTokens;
import dev.assay.reference.core.Objection;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.wire.Answer;
import java.util.Map;

/**
 * What is said about a refused upload. The registry tells whatever is wrong with a credential as "not found"; one that
 * says what is wrong is the same wire put to better use.
 */
record PublishRefusals(RefusedTokens style) {

    private static final String TWO_FACTORS =
            "Two-factor authentication is required to publish this package" + " but an automation token was specified";

    static Answer noCredential() {
        return NpmAnswers.error(401, "Missing \"Bearer\" header.");
    }

    static Answer permissionDenied() {
        return NpmAnswers.error(403, "OIDC permission denied for this action");
    }

    static Answer incomplete() {
        return NpmAnswers.error(400, "Bad Request - Missing required fields: name, version, _attachments");
    }

    static Answer versionExists(String version) {
        return NpmAnswers.error(
                403, "You cannot publish over the previously published versions: %s.".formatted(version));
    }

    /** A credential that nobody knows, or not any more. */
    Answer unknown(String credential) {
        if (style == RefusedTokens.AS_NOT_FOUND) {
            return NpmAnswers.masked();
        }
        return credential.chars().filter(character -> character == '.').count() == 2
                ? named(401, "id-token-presented", "this is an ID token: exchange it for a registry token first")
                : named(401, "unknown-token", "this token was never handed out here, or has been revoked");
    }

    Answer answer(UploadRefused refused, String version) {
        return switch (refused.objections().get(0)) {
            case FILE_EXISTS -> versionExists(version);
            case NAME_REFUSED -> NpmAnswers.error(400, refused.subject());
            case LONG_LIVED_TOKENS_REFUSED -> NpmAnswers.error(403, TWO_FACTORS);
            case UPLOADS_DISABLED -> NpmAnswers.error(403, "publishing is disabled at the moment");
            default ->
                style == RefusedTokens.AS_NOT_FOUND
                        ? NpmAnswers.masked()
                        : named(refused.objections().get(0), refused.subject());
        };
    }

    private static Answer named(Objection objection, String packageName) {
        return switch (objection) {
            case EXPIRED -> named(401, "token-expired", "this registry token has expired: exchange a fresh ID token");
            case NOT_YET_VALID -> named(401, "token-premature", "this registry token is not valid yet");
            case USED_UP -> named(401, "token-used-up", "this registry token has been used up");
            case ACCOUNT_WITHOUT_RIGHTS ->
                named(403, "no-rights", "this token's account does not own %s".formatted(packageName));
            case CANNOT_CREATE ->
                named(403, "cannot-create", "this token may not create the package %s".formatted(packageName));
            default -> named(403, "wrong-package", "this registry token is not for %s".formatted(packageName));
        };
    }

    private static Answer named(int status, String code, String text) {
        return Answer.json(status, Map.of("code", code, "error", text));
    }
}
