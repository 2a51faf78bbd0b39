package dev.assay.reference.behaviour;

/**
 * What a registry token is and what it is good for.
 *
 * @param prefix what it begins with
 * @param form what its text is, and what is taken for such a text
 * @param entropy how it differs from others
 * @param match how the text that is presented is compared with those that were handed out
 * @param lifetimeSeconds how long it works
 * @param promisedSeconds how long the answer says that it works
 * @param lifetimeAsked a longer life that the exchange's request asks for
 * @param expiry whether it stops working
 * @param life what its life is counted from
 * @param scope the packages it works for
 * @param actions what it allows
 * @param afterRemoval whether it works after its policy was removed
 * @param afterPackage whether it works for the next package of the name, once its own was removed
 * @param uses how many uploads it allows
 * @param idTokenAtPublish an ID token presented instead of it
 * @param tokenAtExchange a registry token presented instead of an ID token
 * @param missing a request without a credential
 * @param births which packages it brings into being
 * @param revocation what else dies with a token that is handed back
 * @param longLived long-lived tokens
 * @param packageSwitch whether a package can switch long-lived tokens off
 */
public record TokenRules(
        String prefix,
        Form form,
        Entropy entropy,
        TextMatch match,
        int lifetimeSeconds,
        int promisedSeconds,
        Further lifetimeAsked,
        TimeRules.Checked expiry,
        Life life,
        Scope scope,
        Actions actions,
        AfterRemoval afterRemoval,
        AfterPackage afterPackage,
        Limit uses,
        Leniency idTokenAtPublish,
        Leniency tokenAtExchange,
        Missing missing,
        Births births,
        Revocation revocation,
        LongLived longLived,
        PackageSwitch packageSwitch) {

    /** What a token's text is, and what is taken for one. */
    public enum Form {
        /** As its wire has it. */
        NATIVE,
        /** A JWT with a signature by a key that the registry publishes. */
        JWT,
        /** The same, verified by the algorithm that it names itself, and that may be none. */
        JWT_OF_ANY_ALGORITHM,
        /** The same, verified with the key that it brings in its header, if it brings one. */
        JWT_WITH_ITS_OWN_KEY,
        /** The same, not verified. */
        JWT_UNVERIFIED
    }

    /** How a token differs from others. */
    public enum Entropy {
        RANDOM,
        /** A counter. */
        SERIAL,
        /** The same policy gets the same token again. */
        REPEATED,
        /** A hash of the workload's repository and the current minute. */
        DERIVED,
        /** A hash of the ID token. */
        DIGEST_OF_ID_TOKEN,
        /** A hash of the ID token's issuer and id. */
        DIGEST_OF_ID
    }

    /** What a token's life is counted from. */
    public enum Life {
        FROM_EXCHANGE,
        /** Every upload gives it another life. */
        FROM_LAST_USE
    }

    /** The packages a token works for. */
    public enum Scope {
        POLICY,
        /** What the policy names when the token is used, rather than when it was made. */
        POLICY_AT_UPLOAD,
        PACKAGES_OF_THE_SAME_OWNERS,
        /** Also those whose policies name the same workflow, in whatever environment. */
        PACKAGES_OF_THE_SAME_WORKFLOW,
        EVERY_PACKAGE
    }

    /** What a token allows. */
    public enum Actions {
        PUBLISH,
        /** Also taking versions off the lists and putting them back. */
        PUBLISH_AND_UNLIST,
        /** Also what an owner may do. */
        MANAGE,
        /** The same, for whoever sends it along as with an upload, and no other credential. */
        MANAGE_SENT_AS_WITH_UPLOADS
    }

    /** Whether a token outlives its policy. */
    public enum AfterRemoval {
        DEAD,
        /** Known, but good for nothing. */
        POWERLESS,
        /** Alive for a package as long as that has another policy. */
        ALIVE_WITH_ANOTHER,
        /** Alive for all of its packages as long as one of them trusts the workload. */
        ALIVE_WITH_ANOTHER_PACKAGE,
        /** Alive for a package as soon as that has a policy for the same workload again. */
        ALIVE_WITH_SAME,
        ALIVE
    }

    /** What a token is good for once its package was removed. */
    public enum AfterPackage {
        NOTHING,
        /** The next package of that name. */
        NAME
    }

    /** What becomes of a request without a credential. */
    public enum Missing {
        /** Nobody made it. */
        NOBODY,
        /** It is taken for one with the credential that its connection carried before. */
        AS_BEFORE
    }

    /** Which packages a token brings into being. */
    public enum Births {
        /** Those that a pending publisher waits for. */
        PENDING,
        /** Any that do not exist yet, in the name of an owner of the packages that its policies name. */
        ANY
    }

    /** What dies when a token is handed back. */
    public enum Revocation {
        OF_THE_TOKEN,
        /** Every token for the same policies. */
        OF_ITS_POLICIES
    }

    /** What long-lived tokens are worth. */
    public enum LongLived {
        ACCEPTED,
        /** Declared dead, and dead. */
        ABOLISHED
    }

    /** Whether a package can switch long-lived tokens off. */
    public enum PackageSwitch {
        NOT_OFFERED,
        OFFERED,
        /** Offered, but nothing happens. */
        WITHOUT_EFFECT,
        /** Offered, and of effect as long as the package has a policy. */
        WITH_A_POLICY
    }
}
