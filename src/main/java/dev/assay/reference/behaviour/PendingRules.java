package dev.assay.reference.behaviour;

import java.util.Set;

/**
 * How pending publishers work.
 *
 * @param offered whether there are any
 * @param converts when a package is born
 * @param conversion how completely
 * @param reservesName whether others are kept from registering the name
 * @param registration what becomes of the entry when the name is registered otherwise
 * @param existingPackage what a matching entry is worth when the package exists
 * @param existingNames whether an entry can be made for a package that exists
 * @param opens which names it opens, compared with the one it holds
 * @param namingRules whether the rules for new names apply
 * @param perAccount how many entries an account may have
 * @param lifetimeSeconds how long an entry works
 * @param unique which entries cannot be made a second time, where entries for one workload are shared
 * @param usedToken what a matching entry and a used ID token lead to together
 * @param overlooks in what a workload may differ from an entry, whatever normal policies say
 */
public record PendingRules(
        boolean offered,
        Converts converts,
        Conversion conversion,
        boolean reservesName,
        Registration registration,
        ExistingPackage existingPackage,
        boolean existingNames,
        TextMatch opens,
        KeyRules.Respected namingRules,
        Limit perAccount,
        Limit lifetimeSeconds,
        Unique unique,
        Leniency usedToken,
        Set<Aspect> overlooks) {

    /** Copies the set. */
    public PendingRules {
        overlooks = Set.copyOf(overlooks);
    }

    /** In what a workload can differ from an entry. */
    public enum Aspect {
        /** The repository and its owner, by name. */
        REPOSITORY,
        /** The immutable ids. */
        IDS,
        WORKFLOW,
        /** What the name of the workflow file goes on with. */
        WORKFLOW_ENDING,
        TRIGGER,
        ENVIRONMENT
    }

    /** Which entries cannot be made a second time. */
    public enum Unique {
        /** One entry for a workload, whatever the package. */
        WORKLOAD,
        /** One entry for a workload and a package, whoever makes it. */
        WORKLOAD_AND_PACKAGE
    }

    /** When a package is born. */
    public enum Converts {
        AT_MINT,
        AT_UPLOAD
    }

    /** How completely a pending publisher becomes a normal one. */
    public enum Conversion {
        ATOMIC,
        /** The package is created even if the upload then fails. */
        PACKAGE_FIRST,
        /** The pending entry stays. */
        PENDING_KEPT,
        /** The package gets no policy. */
        POLICY_LOST,
        /** The package's policy lets in from any environment. */
        ENVIRONMENT_LOST,
        /** The package's policy knows names and no ids. */
        IDS_LOST,
        /** Every publisher that waits for the name becomes one of the package. */
        ALL_JOIN,
        /** The package is that of whoever waited for the name first. */
        FIRST_OWNS
    }

    /** What becomes of a pending publisher when its name is registered otherwise. */
    public enum Registration {
        DROPS_ALL,
        /** The entries of whoever registers the name stay. */
        DROPS_OTHERS,
        KEEPS
    }

    /** What a pending publisher is worth when its package exists. */
    public enum ExistingPackage {
        /** Refused, and the entry is dropped. */
        REFUSED,
        /** Nothing, and other policies decide. */
        IGNORED,
        /** The workload may publish the package. */
        GRANTED,
        /** Whoever holds a token from before the package existed may publish it. */
        GRANTED_TO_OLD_TOKENS
    }
}
