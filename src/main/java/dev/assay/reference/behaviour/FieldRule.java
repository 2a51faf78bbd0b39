package dev.assay.reference.behaviour;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What may be entered into one field of a policy.
 *
 * @param required whether it must be given
 * @param pattern a regular expression that the whole value must match, once white space around it is gone
 * @param kept how the value is kept
 */
public record FieldRule(boolean required, String pattern, Kept kept) {

    /** Checks that the pattern is a regular expression. */
    public FieldRule {
        Pattern.compile(pattern);
    }

    /** Whether the value may be entered. */
    public boolean accepts(String value) {
        return Pattern.matches(pattern, value);
    }

    /** How a value is kept. */
    public enum Kept {
        AS_TYPED,
        LOWERED,
        /** The first 64 characters. */
        CUT,
        /** Without the folder that holds a repository's workflows, if it begins with that. */
        WITHOUT_WORKFLOW_FOLDER;

        private static final Pattern WORKFLOW_FOLDER =
                Pattern.compile("^/?\\.github/workflows/", Pattern.CASE_INSENSITIVE);

        /** What is kept of a value. */
        public String of(String value) {
            return switch (this) {
                case AS_TYPED -> value;
                case LOWERED -> value.toLowerCase(Locale.ROOT);
                case CUT -> value.substring(0, Math.min(value.length(), 64));
                case WITHOUT_WORKFLOW_FOLDER -> WORKFLOW_FOLDER.matcher(value).replaceFirst("");
            };
        }
    }
}
