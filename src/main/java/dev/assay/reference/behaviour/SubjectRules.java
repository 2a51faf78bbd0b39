package dev.assay.reference.behaviour;

import java.util.List;

/**
 * How {@code sub} is judged.
 *
 * @param form which forms are accepted
 * @param classic the beginning of the classic form, with policy fields in braces
 * @param immutable the beginning of the form with ids, with policy fields and pinned ids in braces
 */
public record SubjectRules(Form form, String classic, String immutable) {

    /** The beginnings of which the subject must have one; none when any subject will do. */
    public List<String> beginnings() {
        return switch (form) {
            case ANY -> List.of();
            case CLASSIC -> List.of(classic);
            case IMMUTABLE -> List.of(immutable);
            case EITHER -> List.of(classic, immutable);
        };
    }

    /** Which forms of the subject are accepted. */
    public enum Form {
        /** Not looked at: publishers can customise it. */
        ANY,
        CLASSIC,
        IMMUTABLE,
        EITHER
    }
}
