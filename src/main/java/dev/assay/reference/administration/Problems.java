package dev.assay.reference.administration;

import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.wire.Answer;
import java.util.Map;

/** Refusals of the administration. */
final class Problems {

    private Problems() {}

    static Answer of(ConfigurationRefused refused) {
        var status = switch (refused.kind()) {
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case NOT_OFFERED -> 501;
        };
        return of(status, refused.code(), String.valueOf(refused.getMessage()));
    }

    static Answer of(int status, String code, String message) {
        return Answer.json(status, Map.of("code", code, "message", message));
    }
}
