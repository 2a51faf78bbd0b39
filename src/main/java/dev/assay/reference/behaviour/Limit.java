package dev.assay.reference.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * An upper bound that may be absent: a whole number, or the word {@code unlimited} in YAML.
 *
 * @param bound the largest value that is still within the limit; the unit is that of the member it stands in
 */
public record Limit(OptionalLong bound) {

    /** No bound at all. */
    public static Limit unlimited() {
        return new Limit(OptionalLong.empty());
    }

    /** The bound itself still is within the limit. */
    public static Limit of(long bound) {
        return new Limit(OptionalLong.of(bound));
    }

    /** Whether the value lies above the bound. */
    public boolean exceededBy(long value) {
        return bound.isPresent() && value > bound.getAsLong();
    }

    /** Whether the bound has been reached, so that not even one more fits. */
    public boolean reachedBy(long value) {
        return bound.isPresent() && value >= bound.getAsLong();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Limit read(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
            return of(node.longValue());
        }
        if (node.isTextual() && node.textValue().equals("unlimited")) {
            return unlimited();
        }
        throw new IllegalArgumentException("expected a whole number of 0 or more, or 'unlimited', got " + node);
    }
}
