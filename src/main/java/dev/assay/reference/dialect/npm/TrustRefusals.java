package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.wire.Answer;

/** What the trust API says when it refuses (npm/api-documentation trust.yaml). */
final class TrustRefusals {

    private static final String BYPASS = "Granular access tokens that bypass two-factor authentication may not perform"
            + " this action. For more info, visit: https://gh.io/npm-gat-bypass2fa-deprecation";

    private TrustRefusals() {}

    /** What was asked for. */
    enum Act {
        LIST,
        ADD,
        REMOVE
    }

    static Answer invalid() {
        return NpmAnswers.message(400, "Invalid trusted publisher configuration");
    }

    static Answer invalidId() {
        return NpmAnswers.message(400, "Invalid trusted publisher config id format");
    }

    private static Answer withoutRights(Act act) {
        return NpmAnswers.message(
                403,
                act == Act.REMOVE
                        ? "Insufficient permissions to access trusted publisher config for the package"
                        : "Insufficient permissions to access trusted publisher configurations for this package");
    }

    static Answer of(ConfigurationRefused refused, Caller caller, Act act) {
        return switch (refused.kind()) {
            case FORBIDDEN -> forbidden(caller, act);
            case NOT_FOUND -> caller.account().isEmpty() ? forbidden(caller, act) : notFound(refused);
            case CONFLICT ->
                NpmAnswers.message(
                        409, "trusted publisher config already exists for the package. Please delete and re-create.");
            case INVALID, NOT_OFFERED -> invalid();
        };
    }

    private static Answer forbidden(Caller caller, Act act) {
        if (caller.bypassesSecondFactor()) {
            return NpmAnswers.error(403, BYPASS);
        }
        return caller.account().isEmpty() ? NpmAnswers.unauthorized() : withoutRights(act);
    }

    private static Answer notFound(ConfigurationRefused refused) {
        return NpmAnswers.message(
                404,
                refused.kind() == Kind.NOT_FOUND && refused.code().equals("unknown-package")
                        ? "Package not found"
                        : "Trusted publisher configuration not found for the package");
    }
}
