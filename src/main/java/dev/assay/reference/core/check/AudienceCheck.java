package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.AudienceRules;
import dev.assay.reference.behaviour.Further;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.TextMatch;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import java.util.List;

/** The token was made for this registry (RFC 7519 §4.1.3, RFC 8725 §3.9). */
record AudienceCheck(AudienceRules rules) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var audience = known.claim("aud");
        if (audience.isMissingNode() || audience.isNull()) {
            Tolerance.apply(rules.missing(), Reason.WRONG_AUDIENCE, "aud is missing");
            return known;
        }
        if (rules.match() == TextMatch.IGNORED) {
            return known;
        }
        var candidates = audience.isArray()
                ? rules.list().candidates(audience)
                : audience.isTextual() ? List.of(audience.textValue()) : List.<String>of();
        if (candidates.stream().noneMatch(candidate -> isExpected(candidate, known.sought()))) {
            throw new Refused(Reason.WRONG_AUDIENCE, "aud is not this registry");
        }
        return known;
    }

    private boolean isExpected(String audience, Sought sought) {
        return rules.accepts(audience)
                || (rules.asked() == Further.HEEDED
                        && sought.further("audience").filter(audience::equals).isPresent());
    }
}
