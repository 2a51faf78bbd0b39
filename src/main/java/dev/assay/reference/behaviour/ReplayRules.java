package dev.assay.reference.behaviour;

import java.util.List;

/**
 * How a second use of one ID token is recognised (RFC 7519 §4.1.7).
 *
 * @param memory whether used tokens are remembered
 * @param key what a token is recognised by
 * @param claim how looking up and noting belong together
 * @param raceMillis how long the gap between looking up and noting is, where they are two steps
 * @param refusedLater what becomes of the mark when a check that comes after this one refuses the token
 * @param handedBack what becomes of it when the registry token is handed back that the token was exchanged for
 * @param missingId a token without {@code jti}
 * @param retentionSeconds how long after its expiry a token is remembered
 * @param mostRemembered of how many tokens; more make it forget the oldest
 * @param oddExpiry an {@code exp} that is no integer, when the end of the memory is computed from it
 */
public record ReplayRules(
        Memory memory,
        Key key,
        Claim claim,
        int raceMillis,
        Mark refusedLater,
        Mark handedBack,
        Leniency missingId,
        int retentionSeconds,
        Limit mostRemembered,
        Leniency oddExpiry) {

    /** Whether used tokens are remembered. */
    public enum Memory {
        NONE,
        PER_REGISTRY
    }

    /** What a token is recognised by. */
    public enum Key {
        ISSUER_AND_ID {
            @Override
            public String of(Use use) {
                return use.issuer() + " " + use.id();
            }
        },
        /** Used up for one package, it is new for another. */
        ISSUER_ID_AND_PACKAGE {
            @Override
            public String of(Use use) {
                return ISSUER_AND_ID.of(use) + " " + use.packageName();
            }
        },
        /** Used up under one policy, it is new under another, also under one that replaces it. */
        ISSUER_ID_AND_POLICY {
            @Override
            public String of(Use use) {
                return ISSUER_AND_ID.of(use) + " " + use.policies();
            }
        },
        ID {
            @Override
            public String of(Use use) {
                return use.id();
            }
        },
        /** The text of the token, so that a re-encoded one is new. */
        TOKEN_TEXT {
            @Override
            public String of(Use use) {
                return use.text();
            }
        };

        /** The key under which a token is remembered. */
        public abstract String of(Use use);
    }

    /**
     * A use of an ID token.
     *
     * @param text the whole token
     * @param packageName what it was presented for; empty where the request names no package
     * @param policies ids of those that name its workload; none if they have not been sought yet
     */
    public record Use(String issuer, String id, String text, String packageName, List<String> policies) {}

    /** What becomes of the mark of a used token. */
    public enum Mark {
        KEPT,
        /** It is taken back, as by a database transaction that fails. */
        RELEASED
    }

    /** How looking up and noting belong together. */
    public enum Claim {
        ATOMIC,
        CHECK_THEN_STORE
    }
}
