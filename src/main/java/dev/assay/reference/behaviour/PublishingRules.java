package dev.assay.reference.behaviour;

/**
 * How uploads are received and shown.
 *
 * @param replacement a second upload of a file with other content
 * @param raceMillis how long the gap between looking for the file and writing it is, where they are two steps
 * @param visibility whether readers see what was published
 * @param record whether the workload that published is on record
 * @param sourceRepository what readers are told about the source repository
 * @param withdrawn what becomes of a version that is taken back
 * @param names which of two names counts, where an upload names the package twice
 * @param refusedTokens how an upload is answered whose registry token is not good for it
 * @param unreadable what becomes of an upload that cannot be read
 * @param refused what becomes of the file of an upload that is refused because the token may not publish the package
 * @param spellings when two spellings of one version, as the dialect knows them, become one
 */
public record PublishingRules(
        Replacement replacement,
        int raceMillis,
        Visibility visibility,
        Recording record,
        SourceRepository sourceRepository,
        Withdrawn withdrawn,
        Names names,
        RefusedTokens refusedTokens,
        Unreadable unreadable,
        RefusedFile refused,
        Spellings spellings) {

    /** What becomes of a second upload with other content. */
    public enum Replacement {
        REFUSED,
        REPLACES,
        /** Replaces what was uploaded with the same registry token, and is refused otherwise. */
        REPLACES_OWN,
        /** Refused, unless both came at once. */
        REPLACES_IN_A_RACE,
        /** Refused; if both came at once, its content is kept all the same. */
        OVERWRITES_IN_A_RACE,
        /** Answered like a success, and dropped. */
        SILENTLY_DROPPED;

        /** Whether looking for the file and writing it are two steps. */
        public boolean isTwoSteps() {
            return this == REPLACES_IN_A_RACE || this == OVERWRITES_IN_A_RACE;
        }
    }

    /** Whether readers see what was published. */
    public enum Visibility {
        SHOWN,
        HIDDEN
    }

    /** Whether the workload is on record. */
    public enum Recording {
        KEPT,
        NOT_KEPT,
        /** Kept, with the repository of the package's oldest policy for that of the workload. */
        OF_THE_OLDEST_POLICY;

        /** Whether a workload is on record, be it the right one or not. */
        public boolean isKept() {
            return this != NOT_KEPT;
        }
    }

    /** What readers are told about the source repository. */
    public enum SourceRepository {
        NOT_SHOWN,
        /** The one that the ID token proved is shown apart from the one that the package claims. */
        VERIFIED_APART,
        /** The one that the package claims is shown as verified. */
        CLAIMED_AS_VERIFIED
    }

    /** What becomes of a version that is taken back. */
    public enum Withdrawn {
        /** Readers do not see it any more, and its number stays taken. */
        HIDDEN,
        /** Its number is free again. */
        FORGOTTEN
    }

    /** Which name of the package counts. */
    public enum Names {
        /** An upload with two different names is refused. */
        AGREE,
        /**
         * The outer one is asked for its rights, and the inner one is published: address and document, or form and file, as
         * a dialect has them.
         */
        RIGHTS_BY_OUTER_NAME,
        /**
         * The name with which the address begins that was sent is asked for its rights, and the one is published to which
         * the address leads.
         */
        RIGHTS_BY_ADDRESS_AS_SENT
    }

    /** How an upload is answered whose registry token is not good for it, where a dialect leaves the choice. */
    public enum RefusedTokens {
        /** By what is wrong with the token. */
        BY_REASON,
        /** As if the package did not exist. */
        AS_NOT_FOUND
    }

    /** What becomes of a file that is refused. */
    public enum RefusedFile {
        NOT_STORED,
        /** It is stored first and judged afterwards, and what was stored stays. */
        STORED
    }

    /** When two spellings of one version become one. */
    public enum Spellings {
        /** At once: a version that is known in another spelling is known. */
        ONE_VERSION,
        /** When a file is stored: a version is looked for as it is spelled, and stored in place of the one it is. */
        ONE_VERSION_ONCE_STORED
    }

    /** What becomes of an upload that cannot be read. */
    public enum Unreadable {
        REFUSED,
        SERVER_ERROR,
        /** Answered like a success, and dropped. */
        LIKE_SUCCESS
    }
}
