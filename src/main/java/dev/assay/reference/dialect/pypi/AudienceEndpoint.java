package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.Map;

/** {@code GET /_/oidc/audience} (pypi/warehouse warehouse/oidc/views.py). */
record AudienceEndpoint(Rules rules) implements Endpoint {

    @Override
    public Answer answer(Request request) {
        if (!rules.switches().trustedPublishing()) {
            return Answer.json(403, Map.of("message", "Trusted publishing functionality not enabled"));
        }
        return Answer.json(200, Map.of("audience", rules.audience().value()));
    }
}
