package dev.assay.reference.behaviour;

/**
 * How policies are made, kept and used.
 *
 * @param configuredBy who may make and remove them
 * @param packagesManagedBy who may do with a package what else is its owners' business
 * @param fieldSyntax values that can never match
 * @param unknownOwner an owner that the forge does not know
 * @param unknownRepository a repository that the forge does not know
 * @param stars whether the forge is asked for an owner or a repository that is a star
 * @param names how names are kept that the forge spells differently
 * @param sameIdentity what a second policy for the same workload becomes
 * @param packagesPerIdentity how many packages may name one workload
 * @param policiesPerPackage how many policies a package may have
 * @param removal which policies can be removed by way of a package
 * @param removalSeconds how long a removed policy still works
 * @param fields of which policies the fields are that an ID token has to fit
 * @param memory what of earlier ID tokens spares a comparison
 * @param heeded which policies of a package are looked at
 * @param selection which of several matching policies count
 * @param coverage which packages a matching policy covers
 * @param temporarySeconds how long a policy works that waits for an ID token to learn its immutable ids from
 * @param unmatched what a workload gets that no policy names
 * @param hints whom a refusal tells which policies there are
 * @param silentForge what comes of a forge that does not say who is behind a name
 * @param idMismatch what other ids under the names of a policy lead to, besides a refusal
 * @param afterLastPackage what becomes of an entry that names no package any more
 * @param afterPackage what becomes of the policies of a package that is removed
 * @param history what is told of earlier versions once there is another policy
 */
public record PolicyRules(
        ConfiguredBy configuredBy,
        ConfiguredBy packagesManagedBy,
        Leniency fieldSyntax,
        Leniency unknownOwner,
        Leniency unknownRepository,
        Stars stars,
        Names names,
        SameIdentity sameIdentity,
        Limit packagesPerIdentity,
        Limit policiesPerPackage,
        Removal removal,
        Limit removalSeconds,
        Fields fields,
        Memory memory,
        Heeded heeded,
        Selection selection,
        Coverage coverage,
        Limit temporarySeconds,
        Unmatched unmatched,
        Hints hints,
        SilentForge silentForge,
        IdMismatch idMismatch,
        AfterLastPackage afterLastPackage,
        AfterPackage afterPackage,
        History history) {

    /** Who may configure policies. */
    public enum ConfiguredBy {
        OWNERS,
        ANY_ACCOUNT,
        /** Also without a session. */
        ANYBODY
    }

    /** What is made of a star where a name is asked for. */
    public enum Stars {
        LOOKED_UP,
        NOT_LOOKED_UP
    }

    /** How names are kept. */
    public enum Names {
        AS_TYPED,
        AS_THE_FORGE_SPELLS_OWNERS,
        AS_THE_FORGE_SPELLS_BOTH
    }

    /** What a second policy for the same workload becomes. */
    public enum SameIdentity {
        /** The existing entry is linked to the second package too, with the ids it has. */
        SHARED,
        /** An entry of its own. */
        SEPARATE,
        /** An entry of its own with the environment, or none, of one for the same workflow that was removed. */
        REVIVED
    }

    /** Which policies whoever administers a package can remove. */
    public enum Removal {
        OF_THE_PACKAGES_OWN,
        /** Any whose id they know. */
        OF_ANY_ID,
        /** The package's own, and with it those of other packages for the same workload. */
        OF_THE_SAME_WORKLOAD
    }

    /** Of which policies the fields are that an ID token has to fit. */
    public enum Fields {
        OF_ONE_POLICY,
        /** Each may be that of any policy of the package. */
        OF_ANY_POLICY
    }

    /** What of earlier ID tokens spares a comparison. */
    public enum Memory {
        NONE,
        /** A subject that once fitted a policy fits it from then on. */
        BY_SUBJECT
    }

    /** Which policies of a package are looked at. */
    public enum Heeded {
        ALL,
        NEWEST,
        OLDEST
    }

    /** Which of several matching policies count. */
    public enum Selection {
        ALL,
        /** The oldest. */
        FIRST,
        /** The first that pins an environment, else the first. */
        MOST_SPECIFIC
    }

    /** Which packages a matching policy covers. */
    public enum Coverage {
        OWN_PACKAGES,
        PACKAGES_OF_THE_SAME_OWNERS,
        EVERY_PACKAGE
    }

    /** What becomes of an entry when the last package that it names is taken from it. */
    public enum AfterLastPackage {
        FORGOTTEN,
        /** Its workload still gets tokens, which are good for nothing, and new policies are linked to it. */
        KEPT
    }

    /** What becomes of the policies of a package that is removed. */
    public enum AfterPackage {
        FORGOTTEN,
        /** They are those of the next package of that name. */
        KEPT
    }

    /** What a workload gets that no policy names. */
    public enum Unmatched {
        REFUSED,
        /** A token that is good for nothing. */
        EMPTY_TOKEN,
        /** A token for every package. */
        TOKEN_FOR_EVERY_PACKAGE
    }

    /** Whom a refusal tells which policies there are. */
    public enum Hints {
        TO_NOBODY,
        /** A workload of any repository of the owner that they name. */
        TO_THE_SAME_OWNER
    }

    /** What comes of a forge that does not say who is behind a name. */
    public enum SilentForge {
        /** No policy is made. */
        POLICY_REFUSED,
        /** A policy is made that knows no ids. */
        POLICY_WITHOUT_IDS,
        /** No policy is made; and the forge is asked at each exchange, too, which compares no ids if it does not say. */
        IDS_NOT_COMPARED
    }

    /** What other ids under the names of a policy lead to, besides a refusal. */
    public enum IdMismatch {
        NOTHING,
        /** The policy is switched off until its owners switch it on again. */
        POLICY_DISABLED
    }

    /** What is told of earlier versions once there is another policy. */
    public enum History {
        AS_IT_WAS,
        /** That they come from the workload that the latest policy names. */
        OF_THE_LATEST_POLICY
    }
}
