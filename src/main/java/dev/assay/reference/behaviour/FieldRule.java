package dev.assay.reference.behaviour;

import java.util.regex.Pattern;

/**
 * What may be entered into one field of a policy.
 *
 * @param required whether it must be given
 * @param pattern a regular expression that the whole value must match, once white space around it is gone
 * @param letterCase how the value is kept
 */
public record FieldRule(boolean required, String pattern, LetterCase letterCase) {

    /** Checks that the pattern is a regular expression. */
    public FieldRule {
        Pattern.compile(pattern);
    }

    /** Whether the value may be entered. */
    public boolean accepts(String value) {
        return Pattern.matches(pattern, value);
    }

    /** How a value is kept. */
    public enum LetterCase {
        AS_TYPED,
        LOWERED
    }
}
