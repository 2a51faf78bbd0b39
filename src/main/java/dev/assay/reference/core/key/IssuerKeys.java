package dev.assay.reference.core.key;

import com.nimbusds.jose.jwk.JWK;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.KeyRules.CacheAge;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.KeyRules.RefreshPause;
import dev.assay.reference.behaviour.KeyRules.StaleKeys;
import dev.assay.reference.behaviour.KeyRules.UnknownKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The keys of one issuer, kept for a while and fetched anew when they are old or lack a key. */
final class IssuerKeys {

    private final String issuer;
    private final KeyRules rules;
    private final KeySetLoader loader;
    private final Supplier<Instant> clock;
    private final Object fetchLock;
    private final FetchCount fetches;
    private final Map<String, FetchCount> fetchesByKeyId = new HashMap<>();
    private final Set<String> unknownForEver = ConcurrentHashMap.newKeySet();
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);
    private volatile Instant usedAt = Instant.MIN;

    IssuerKeys(
            String issuer,
            KeyRules rules,
            KeySetLoader loader,
            Supplier<Instant> clock,
            Object fetchLock,
            FetchCount fetches) {
        this.issuer = issuer;
        this.rules = rules;
        this.loader = loader;
        this.clock = clock;
        this.fetchLock = fetchLock;
        this.fetches = fetches;
    }

    /**
     * The keys that fit; fetches if the ones at hand are too old, and once more if none fits and that is allowed.
     *
     * @param keyId what a token calls its key; empty if it does not say
     */
    List<JWK> matching(String keyId, Predicate<JWK> fits, boolean mayRefetch) throws FetchFailed {
        if (unknownForEver.contains(keyId)) {
            return List.of();
        }
        var before = snapshot;
        var found = filter(current(), fits);
        if (!found.isEmpty() || !mayRefetch) {
            return found;
        }
        var keys = refreshed(keyId, fits);
        if (snapshot != before) {
            rememberIfUnknown(keyId, keys);
        }
        return filter(keys, fits);
    }

    private List<JWK> current() throws FetchFailed {
        var known = snapshot;
        if (isFresh(known)) {
            usedAt = clock.get();
            return known.keys();
        }
        synchronized (fetchLock) {
            return isFresh(snapshot) ? snapshot.keys() : fetchOrStale();
        }
    }

    private List<JWK> fetchOrStale() throws FetchFailed {
        try {
            return fetch(fetches);
        } catch (FetchFailed failed) {
            if (rules.staleKeys() == StaleKeys.USED && isStillUsed(snapshot)) {
                return snapshot.keys();
            }
            throw failed;
        }
    }

    private List<JWK> refreshed(String keyId, Predicate<JWK> fits) throws FetchFailed {
        synchronized (fetchLock) {
            var count = countFor(keyId);
            var isStillMissing = filter(snapshot.keys(), fits).isEmpty();
            var mayFetch = !rules.fetchesPerPause().reachedBy(count.succeeded(clock.get()));
            if (isStillMissing && !mayFetch && rules.refreshPause() == RefreshPause.RESTARTED) {
                count.noteSuccess(clock.get());
            }
            return mayFetch && isStillMissing ? fetch(count) : snapshot.keys();
        }
    }

    private FetchCount countFor(String keyId) {
        return rules.refreshPause() == RefreshPause.PER_KEY_ID
                ? fetchesByKeyId.computeIfAbsent(keyId, id -> FetchCount.within(rules.refreshPauseSeconds()))
                : fetches;
    }

    private void rememberIfUnknown(String keyId, List<JWK> keys) {
        if (rules.unknownKeyId() == UnknownKeyId.REFETCHED_ONCE
                && keys.stream().noneMatch(key -> keyId.equals(key.getKeyID()))) {
            unknownForEver.add(keyId);
        }
    }

    private List<JWK> fetch(FetchCount count) throws FetchFailed {
        var now = clock.get();
        if (rules.failedFetchesPerPause().reachedBy(count.failed(now))) {
            throw new FetchFailed(FetchProblem.UNREACHABLE, "too many failed fetches lately");
        }
        try {
            snapshot = new Snapshot(loader.load(issuer), now);
            usedAt = now;
            count.noteSuccess(now);
            return snapshot.keys();
        } catch (FetchFailed failed) {
            count.noteFailure(now);
            throw failed;
        }
    }

    private boolean isFresh(Snapshot known) {
        return !known.keys().isEmpty() && !rules.cacheSeconds().reachedBy(cacheAge(known));
    }

    private boolean isStillUsed(Snapshot known) {
        return !known.keys().isEmpty() && !rules.staleSeconds().exceededBy(secondsSince(known.fetchedAt()));
    }

    private long cacheAge(Snapshot known) {
        return secondsSince(rules.cacheAge() == CacheAge.SINCE_USE ? usedAt : known.fetchedAt());
    }

    private long secondsSince(Instant then) {
        return Duration.between(then, clock.get()).toSeconds();
    }

    private static List<JWK> filter(List<JWK> keys, Predicate<JWK> fits) {
        return keys.stream().filter(fits).toList();
    }

    private record Snapshot(List<JWK> keys, Instant fetchedAt) {}
}
