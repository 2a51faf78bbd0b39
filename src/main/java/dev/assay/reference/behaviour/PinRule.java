package dev.assay.reference.behaviour;

/**
 * An immutable id that stands behind a name of the policy.
 *
 * @param claim the claim that holds it
 * @param of what it is the id of
 * @param source when the policy learns it
 * @param match how it is compared
 * @param stage when
 * @param missing a token without the claim
 * @param wrongType an id that is no text; accepted means converted
 */
public record PinRule(
        String claim, Of of, Source source, TextMatch match, Stage stage, Leniency missing, Leniency wrongType) {

    /** What the id belongs to. */
    public enum Of {
        OWNER,
        REPOSITORY
    }

    /** When the policy learns the id. */
    public enum Source {
        /** Asked from the forge when the policy is made, and kept. */
        RESOLVED_AT_ENTRY,
        /** Asked from the forge anew at each exchange. */
        RESOLVED_AT_EXCHANGE,
        /** Asked from the forge when the policy is made, and once more whenever an ID token has another. */
        RESOLVED_AT_ENTRY_AND_AFTER_MISMATCH,
        /** Asked from the forge when the policy is made, and once more when a day has passed. */
        RESOLVED_AT_ENTRY_AND_DAILY,
        /** Asked from the forge when the policy is made, and not compared any more after three ID tokens that had it. */
        RESOLVED_AT_ENTRY_AND_TRUSTED_AFTER_THREE,
        /** Taken from the first ID token that is accepted. */
        LOCKED_ON_FIRST_USE,
        /** Taken from the first ID token whose names match, even if it is then refused. */
        LOCKED_BY_ANY_ATTEMPT,
        /** Asked from the forge when the policy is made; all such ids or none; where there are none, like {@link #LOCKED_BY_ANY_ATTEMPT}. */
        RESOLVED_AT_ENTRY_OR_LOCKED_BY_ANY_ATTEMPT,
        /** Asked from the forge when the policy is made; where it does not say, taken from the first ID token that is accepted. */
        RESOLVED_AT_ENTRY_OR_LOCKED_ON_FIRST_USE,
        /** Not known and not compared. */
        NOT_PINNED;

        /** Whether the forge is asked when the policy is made. */
        public boolean isResolvedAtEntry() {
            return this == RESOLVED_AT_ENTRY
                    || this == RESOLVED_AT_ENTRY_AND_AFTER_MISMATCH
                    || this == RESOLVED_AT_ENTRY_AND_DAILY
                    || this == RESOLVED_AT_ENTRY_AND_TRUSTED_AFTER_THREE
                    || this == RESOLVED_AT_ENTRY_OR_LOCKED_BY_ANY_ATTEMPT
                    || this == RESOLVED_AT_ENTRY_OR_LOCKED_ON_FIRST_USE;
        }

        /** Whether a policy without the id takes it from any ID token whose names match. */
        public boolean isLockedByAnyAttempt() {
            return this == LOCKED_BY_ANY_ATTEMPT || this == RESOLVED_AT_ENTRY_OR_LOCKED_BY_ANY_ATTEMPT;
        }

        /** Whether a policy without the id takes it from an ID token that is accepted. */
        public boolean isLockedOnFirstUse() {
            return this == LOCKED_ON_FIRST_USE || this == RESOLVED_AT_ENTRY_OR_LOCKED_ON_FIRST_USE;
        }
    }
}
