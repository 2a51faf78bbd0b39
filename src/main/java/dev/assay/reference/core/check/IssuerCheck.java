package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.behaviour.IssuerRules;
import dev.assay.reference.behaviour.IssuerRules.NonText;
import dev.assay.reference.behaviour.IssuerRules.Unknown;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.SupportedIssuers;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.key.KeyFinder;
import dev.assay.reference.core.key.TrustedIssuer;
import java.util.Optional;

/** The issuer is one that the registry supports (RFC 8725 §3.8). */
record IssuerCheck(IssuerRules rules, SupportedIssuers supported, KeyFinder keys) implements Check {

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var asserted = text(known.token().assertedIssuer());
        var found = find(asserted);
        return known.withIssuer(found.orElseThrow(() -> unknown(asserted)));
    }

    private Optional<TrustedIssuer> find(String asserted) {
        return supported.all().stream()
                .filter(known -> rules.match().matches(known.issuer(), asserted))
                .map(known -> new TrustedIssuer(known.kind(), known.issuer(), asserted))
                .findFirst();
    }

    private Refused unknown(String asserted) {
        if (rules.unknown() == Unknown.CONTACTED) {
            keys.contact(asserted);
        }
        return new Refused(Reason.UNKNOWN_ISSUER, "the issuer is not supported");
    }

    private String text(JsonNode issuer) throws Refused {
        if (issuer.isMissingNode()) {
            throw new Refused(Reason.MALFORMED_TOKEN, "the token names no issuer");
        }
        if (issuer.isContainerNode() && rules.nonText() == NonText.SERVER_ERROR) {
            throw new ServerFault("the issuer is an array or an object");
        }
        if (issuer.isArray() && rules.nonText() == NonText.FIRST_ELEMENT) {
            return issuer.path(0).asText();
        }
        if (!issuer.isTextual()) {
            throw new Refused(Reason.UNKNOWN_ISSUER, "the issuer is not a text");
        }
        return issuer.textValue();
    }
}
