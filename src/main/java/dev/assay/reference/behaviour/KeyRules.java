package dev.assay.reference.behaviour;

import java.util.List;
import java.util.Map;

/**
 * Where verification keys come from and how long they are kept. All times are read from the registry's clock.
 *
 * @param sources in order; the first that yields a key is used
 * @param discoverAt whose discovery document is fetched
 * @param discoveryIssuer whether the document's {@code issuer} must equal the issuer (OpenID Connect Discovery §4.3)
 * @param keySetAddress how long the document's {@code jwks_uri} is gone by
 * @param keySetHost which hosts the document's {@code jwks_uri} may name
 * @param cacheSeconds how long fetched keys are used without another look
 * @param cacheAge since when that time is counted
 * @param refreshPauseSeconds the interval in which fetches are counted
 * @param refreshPause what they are counted for
 * @param fetchesPerPause successful fetches of one issuer's keys within the interval
 * @param failedFetchesPerPause failed fetches within the interval
 * @param unknownKeyId whether an unknown {@code kid} causes a fetch
 * @param missingKeyId what a header without {@code kid} leads to
 * @param keyIdMatch how {@code kid} is compared
 * @param keyIdMeaning what {@code kid} is taken for (RFC 8725 §3.10)
 * @param sharing whether keys of one issuer verify tokens of another
 * @param use whether a key's {@code use} and {@code key_ops} are respected (RFC 7517 §4.2, §4.3)
 * @param algorithm whether a key's {@code alg} is respected (RFC 7517 §4.4)
 * @param minimumRsaBits shorter RSA keys are left out (RFC 7518 §3.3)
 * @param keyWithoutId what a key without {@code kid} does to its set
 * @param brokenRsaKey what an RSA key without a readable modulus does to its set
 * @param unreadableKey what a key that cannot be read does to its set (RFC 7517 §5)
 * @param fetchTimeoutMillis how long one document may take
 * @param fetchTimeout what of it
 * @param maximumDocumentBytes longer documents count as failed fetches
 * @param redirects whether redirects are followed
 * @param staleKeys whether keys past their cache time are used when they cannot be fetched
 * @param staleSeconds for how long after they were fetched
 * @param fetchLock what waits while keys are being fetched
 * @param failures what a failed fetch leads to, for every kind of failure
 */
public record KeyRules(
        List<Source> sources,
        DiscoverAt discoverAt,
        Compared discoveryIssuer,
        KeySetAddress keySetAddress,
        KeySetHost keySetHost,
        Limit cacheSeconds,
        CacheAge cacheAge,
        int refreshPauseSeconds,
        RefreshPause refreshPause,
        Limit fetchesPerPause,
        Limit failedFetchesPerPause,
        UnknownKeyId unknownKeyId,
        MissingKeyId missingKeyId,
        TextMatch keyIdMatch,
        KeyIdMeaning keyIdMeaning,
        Sharing sharing,
        Respected use,
        Respected algorithm,
        int minimumRsaBits,
        OddKey keyWithoutId,
        OddKey brokenRsaKey,
        OddKey unreadableKey,
        int fetchTimeoutMillis,
        FetchTimeout fetchTimeout,
        Limit maximumDocumentBytes,
        Redirects redirects,
        StaleKeys staleKeys,
        Limit staleSeconds,
        FetchLock fetchLock,
        Map<FetchProblem, FetchEffect> failures) {

    /** Checks that every kind of failure has an effect. */
    public KeyRules {
        for (var problem : FetchProblem.values()) {
            if (!failures.containsKey(problem)) {
                throw new IllegalArgumentException("failures lacks an entry for " + problem);
            }
        }
    }

    /** A place keys can come from. Only {@link #DISCOVERY} is sound (RFC 7515 §10.3). */
    public enum Source {
        DISCOVERY,
        HEADER_JWK,
        HEADER_JKU,
        HEADER_X5U,
        HEADER_X5C
    }

    /** Whose discovery document is fetched when the issuer is not matched exactly. */
    public enum DiscoverAt {
        CONFIGURED_ISSUER,
        ASSERTED_ISSUER
    }

    /** Whether something is compared. */
    public enum Compared {
        COMPARED,
        IGNORED
    }

    /** How long {@code jwks_uri} is gone by. */
    public enum KeySetAddress {
        /** The discovery document is read before each look at the keys. */
        DISCOVERED_EACH_TIME,
        /** The discovery document is read once, and its word kept for good. */
        DISCOVERED_ONCE
    }

    /** Which hosts {@code jwks_uri} may name. */
    public enum KeySetHost {
        ANY,
        ISSUERS
    }

    /** Since when keys grow old. */
    public enum CacheAge {
        SINCE_FETCH,
        /** Keys that are used never do. */
        SINCE_USE
    }

    /** What pauses between two fetches. */
    public enum RefreshPause {
        PER_ISSUER,
        /** All issuers share one. */
        SHARED,
        /** Each unknown {@code kid} has a pause of its own. */
        PER_KEY_ID,
        /** It starts again with every unknown {@code kid}, also with one for which nothing is fetched. */
        RESTARTED
    }

    /** What an unknown {@code kid} leads to. */
    public enum UnknownKeyId {
        REFUSED,
        REFETCHED,
        /** The keys are fetched again, and a {@code kid} that they still lack is refused from then on. */
        REFETCHED_ONCE,
        /** Every key is tried. */
        ANY_KEY,
        /** Every key is tried, and the keys are fetched again if none verifies the token. */
        ANY_KEY_OR_REFETCHED
    }

    /** What a missing {@code kid} leads to. */
    public enum MissingKeyId {
        REFUSED,
        SERVER_ERROR,
        ANY_KEY
    }

    /** What {@code kid} is taken for. */
    public enum KeyIdMeaning {
        NAME,
        /** The path of a file whose content is a shared secret; an unreadable one is empty. */
        FILE_PATH
    }

    /** Whether keys are kept apart by issuer. */
    public enum Sharing {
        PER_ISSUER,
        ACROSS_ISSUERS
    }

    /** Whether a declaration is respected. */
    public enum Respected {
        RESPECTED,
        IGNORED
    }

    /** What a key that does not fit does to its set. */
    public enum OddKey {
        SKIPPED,
        SET_REFUSED,
        SERVER_ERROR
    }

    /** What of a fetch is timed. */
    public enum FetchTimeout {
        START_TO_END,
        /** An answer that has begun is waited for until it ends. */
        UNTIL_ANSWER_BEGINS
    }

    /** Whether redirects are followed. */
    public enum Redirects {
        REFUSED,
        FOLLOWED
    }

    /** Whether stale keys are used when fresh ones cannot be had. */
    public enum StaleKeys {
        NOT_USED,
        USED
    }

    /** What waits while keys are fetched. */
    public enum FetchLock {
        PER_ISSUER,
        /** Every exchange waits, also one that needs no fetch. */
        GLOBAL
    }

    /** How fetching keys can fail. */
    public enum FetchProblem {
        /** No connection, a reset, a failed TLS handshake, no complete answer in time. */
        UNREACHABLE,
        /** Another status than 200 to 299. */
        BAD_STATUS,
        /** Longer than allowed. */
        TOO_LONG,
        /** Not a JSON object. */
        NOT_JSON,
        /** No {@code jwks_uri}, or no {@code keys}, or none in it. */
        INCOMPLETE,
        /** The discovery document names another issuer. */
        WRONG_ISSUER
    }

    /** What a failed fetch leads to. */
    public enum FetchEffect {
        /** Refused because the issuer is not available. */
        REFUSED,
        /** Refused like a token with a bad signature. */
        INVALID_TOKEN,
        SERVER_ERROR,
        /** Accepted without a signature check: fails open. */
        SIGNATURE_SKIPPED
    }
}
