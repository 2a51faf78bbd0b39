package dev.assay.reference.core.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.ParsingRules;
import dev.assay.reference.behaviour.ParsingRules.HeaderTypes;
import dev.assay.reference.behaviour.ParsingRules.UnencodedPayload;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import java.util.List;

/** Refuses headers that change what the signature means (RFC 7515 §4.1.11, RFC 7797 §7, RFC 8725 §3.11). */
record HeaderGate(ParsingRules rules) {

    private static final List<String> TEXTS =
            List.of("typ", "cty", "jku", "x5u", "x5t", "x5t#S256", "enc", "zip", "url", "nonce");
    private static final List<String> LISTS_OF_TEXTS = List.of("crit", "x5c");

    void admit(ObjectNode header) throws Refused, MalformedToken {
        if (rules.headerTypes() == HeaderTypes.CHECKED && !hasItsTypes(header)) {
            throw new MalformedToken("a member of the header has another type");
        }
        if (header.has("crit") && !isUnderstood(header)) {
            tolerate(rules.criticalHeaders(), "a critical header is not understood");
        }
        if (header.has("b64") && rules.unencodedPayload() == UnencodedPayload.REFUSED) {
            throw new MalformedToken("the payload is not encoded");
        }
        var keyId = header.path("kid");
        if (!keyId.isMissingNode() && !keyId.isTextual()) {
            tolerate(rules.keyIdType(), "the key id is not a text");
        }
        admitType(header);
    }

    /** Whether the payload stands in the token as it is. */
    boolean isUnencoded(ObjectNode header) {
        return rules.unencodedPayload() == UnencodedPayload.HONOURED
                && header.path("b64").isBoolean()
                && !header.path("b64").booleanValue();
    }

    private void admitType(ObjectNode header) throws MalformedToken {
        var type = header.path("typ");
        if (!rules.type().accepts(type.isMissingNode() ? "" : type.asText())) {
            throw new MalformedToken("the type is not JWT");
        }
    }

    private static boolean hasItsTypes(ObjectNode header) {
        return TEXTS.stream().map(header::path).allMatch(HeaderGate::isTextOrAbsent)
                && LISTS_OF_TEXTS.stream().map(header::path).allMatch(HeaderGate::isListOrAbsent);
    }

    private static boolean isTextOrAbsent(JsonNode member) {
        return member.isTextual() || member.isNull() || member.isMissingNode();
    }

    private static boolean isListOrAbsent(JsonNode member) {
        return member.isNull()
                || member.isMissingNode()
                || (member.isArray() && member.valueStream().allMatch(JsonNode::isTextual));
    }

    private boolean isUnderstood(ObjectNode header) {
        var names = header.path("crit");
        return rules.unencodedPayload() == UnencodedPayload.HONOURED
                && names.size() == 1
                && names.path(0).asText().equals("b64");
    }

    private static void tolerate(Leniency leniency, String detail) throws Refused {
        Tolerance.apply(leniency, Reason.MALFORMED_TOKEN, detail);
    }
}
