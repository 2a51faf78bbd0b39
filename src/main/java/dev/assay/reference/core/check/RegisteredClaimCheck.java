package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.IssuerRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.RegisteredClaimRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;

/** Registered claims are present and well-typed, and the issuer is the one whose keys were used (RFC 7519 §4.1). */
record RegisteredClaimCheck(RegisteredClaimRules rules, IssuerRules issuerRules) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        for (var name : rules.required()) {
            require(known, name);
        }
        for (var name : rules.text()) {
            requireText(known, name);
        }
        if (issuerRules.recheckedAfterVerification()
                && !known.issuer().asserted().equals(known.claim("iss").asText())) {
            throw new Refused(Reason.BAD_REGISTERED_CLAIM, "iss is not the issuer whose keys were used");
        }
        return known;
    }

    private void require(Evidence known, String name) throws Refused {
        if (!known.token().claims().hasNonNull(name)) {
            throw new Refused(Reason.BAD_REGISTERED_CLAIM, name + " is missing");
        }
        var value = known.claim(name);
        if (value.isTextual() && value.textValue().isBlank()) {
            Tolerance.apply(rules.empty(), Reason.BAD_REGISTERED_CLAIM, name + " is empty");
        }
    }

    private void requireText(Evidence known, String name) throws Refused {
        var value = known.claim(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            Tolerance.apply(rules.wrongType(), Reason.BAD_REGISTERED_CLAIM, name + " is not a text");
        }
    }
}
