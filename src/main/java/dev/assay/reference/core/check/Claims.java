package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import java.util.Optional;

/**
 * The provider's claims, read with care: absent, null and empty are all missing, and nothing is converted unless the
 * behaviour says so.
 */
record Claims(ObjectNode members) {

    /**
     * The text of a claim; empty if it is missing and that is accepted.
     *
     * @throws Refused if it is missing or no text and that is not accepted
     */
    Optional<String> text(String name, Leniency missing, Leniency wrongType) throws Refused {
        var value = members.path(name);
        if (!has(name) || (value.isTextual() && value.textValue().isEmpty())) {
            Tolerance.apply(missing, Reason.CLAIM_MISMATCH, "Check failed for required claim '%s'".formatted(name));
            return Optional.empty();
        }
        if (!value.isTextual()) {
            Tolerance.apply(wrongType, Reason.CLAIM_MISMATCH, "Check failed for required claim '%s'".formatted(name));
        }
        return Optional.of(converted(value));
    }

    /** The text of a claim, or an empty text if it is missing or no text. */
    String textOrEmpty(String name) {
        return members.path(name).isTextual() ? members.path(name).textValue() : "";
    }

    /** Whether the claim is there and not null. */
    boolean has(String name) {
        return members.hasNonNull(name);
    }

    private static String converted(JsonNode value) {
        return value.isValueNode() ? value.asText() : converted(value.path(0));
    }
}
