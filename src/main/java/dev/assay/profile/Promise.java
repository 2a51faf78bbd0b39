package dev.assay.profile;

import com.fasterxml.jackson.annotation.JsonValue;

/** An optional feature that a registry may offer; scenarios about a feature that is not promised are inapplicable. */
public enum Promise {
    /** A package can be born through a publisher configured before it exists. */
    PENDING_PUBLISHERS("pendingPublishers", "pending publishers"),
    /** A policy can name a deployment environment. */
    ENVIRONMENTS("environments", "policies that name an environment"),
    /** A policy can cover several packages, or one package have several policies. */
    SEVERAL_PUBLISHERS("severalPublishers", "several publishers for one package"),
    /** One identity can be trusted by several packages. */
    SHARED_PUBLISHERS("sharedPublishers", "one publisher for several packages"),
    /** Long-lived tokens exist beside trusted publishing. */
    LONG_LIVED_TOKENS("longLivedTokens", "long-lived tokens"),
    /** A package can refuse long-lived tokens. */
    LONG_LIVED_TOKEN_SWITCH("longLivedTokenSwitch", "a switch that refuses long-lived tokens"),
    /** A registry token can be handed back before it expires. */
    TOKEN_REVOCATION("tokenRevocation", "revocation of registry tokens"),
    /** A policy can name one of several issuers of the same identity provider. */
    FURTHER_ISSUERS("furtherIssuers", "further issuers of one identity provider"),
    /** Publishing is on record, with the identity that did it. */
    AUDIT("audit", "a record of who published");

    private final String word;
    private final String title;

    Promise(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word used in profiles. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Completes the sentence "the registry does not offer …". */
    public String title() {
        return title;
    }
}
