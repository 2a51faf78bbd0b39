package dev.assay.reference.core.key;

import com.nimbusds.jose.jwk.JWK;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.KeyRules.FetchProblem;
import dev.assay.reference.behaviour.KeyRules.StaleKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    IssuerKeys(String issuer, KeyRules rules, KeySetLoader loader, Supplier<Instant> clock, Object fetchLock) {
        this.issuer = issuer;
        this.rules = rules;
        this.loader = loader;
        this.clock = clock;
        this.fetchLock = fetchLock;
        this.fetches = new FetchCount(Duration.ofSeconds(rules.refreshPauseSeconds()));
    }

    /** The keys that fit; fetches if the ones at hand are too old, and once more if none fits and that is allowed. */
    List<JWK> matching(Predicate<JWK> fits, boolean mayRefetch) throws FetchFailed {
        var found = filter(current(), fits);
        return found.isEmpty() && mayRefetch ? filter(refreshed(fits), fits) : found;
    }

    private List<JWK> current() throws FetchFailed {
        var known = snapshot;
        if (isFresh(known)) {
            return known.keys();
        }
        synchronized (fetchLock) {
            return isFresh(snapshot) ? snapshot.keys() : fetchOrStale();
        }
    }

    private List<JWK> fetchOrStale() throws FetchFailed {
        try {
            return fetch();
        } catch (FetchFailed failed) {
            if (rules.staleKeys() == StaleKeys.USED && isStillUsed(snapshot)) {
                return snapshot.keys();
            }
            throw failed;
        }
    }

    private List<JWK> refreshed(Predicate<JWK> fits) throws FetchFailed {
        synchronized (fetchLock) {
            var mayFetch = !rules.fetchesPerPause().reachedBy(fetches.succeeded(clock.get()));
            var isStillMissing = filter(snapshot.keys(), fits).isEmpty();
            return mayFetch && isStillMissing ? fetch() : snapshot.keys();
        }
    }

    private List<JWK> fetch() throws FetchFailed {
        var now = clock.get();
        if (rules.failedFetchesPerPause().reachedBy(fetches.failed(now))) {
            throw new FetchFailed(FetchProblem.UNREACHABLE, "too many failed fetches lately");
        }
        try {
            snapshot = new Snapshot(loader.load(issuer), now);
            fetches.noteSuccess(now);
            return snapshot.keys();
        } catch (FetchFailed failed) {
            fetches.noteFailure(now);
            throw failed;
        }
    }

    private boolean isFresh(Snapshot known) {
        return !known.keys().isEmpty() && !rules.cacheSeconds().reachedBy(age(known));
    }

    private boolean isStillUsed(Snapshot known) {
        return !known.keys().isEmpty() && !rules.staleSeconds().exceededBy(age(known));
    }

    private long age(Snapshot known) {
        return Duration.between(known.fetchedAt(), clock.get()).toSeconds();
    }

    private static List<JWK> filter(List<JWK> keys, Predicate<JWK> fits) {
        return keys.stream().filter(fits).toList();
    }

    private record Snapshot(List<JWK> keys, Instant fetchedAt) {}
}
