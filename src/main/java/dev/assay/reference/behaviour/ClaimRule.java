package dev.assay.reference.behaviour;

import java.util.Optional;

/**
 * One claim that is compared with a policy.
 *
 * @param claim its name
 * @param part which part of its text
 * @param expected what it must be: text with policy fields in braces, such as <code>{owner}/{repository}</code>
 * @param match how it is compared
 * @param stage when
 * @param missing an absent, null or empty claim
 * @param wrongType a claim that is no text; accepted means converted
 * @param oddShape a text that does not have the part
 */
public record ClaimRule(
        String claim,
        Part part,
        String expected,
        TextMatch match,
        Stage stage,
        Leniency missing,
        Leniency wrongType,
        Leniency oddShape) {

    /** A part of a claim's text. */
    public enum Part {
        WHOLE,
        BEFORE_FIRST_SLASH,
        AFTER_FIRST_SLASH,
        BEFORE_LAST_SLASH,
        AFTER_LAST_SLASH,
        /** Everything if there is no second colon. */
        BEFORE_SECOND_COLON;

        /** The part, unless the text has no such part. */
        public Optional<String> of(String text) {
            if (this == WHOLE) {
                return Optional.of(text);
            }
            if (this == BEFORE_SECOND_COLON) {
                var second = text.indexOf(':', text.indexOf(':') + 1);
                return Optional.of(second < 0 ? text : text.substring(0, second));
            }
            var atFirst = this == BEFORE_FIRST_SLASH || this == AFTER_FIRST_SLASH;
            var slash = atFirst ? text.indexOf('/') : text.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            var before = this == BEFORE_FIRST_SLASH || this == BEFORE_LAST_SLASH;
            return Optional.of(before ? text.substring(0, slash) : text.substring(slash + 1));
        }
    }
}
