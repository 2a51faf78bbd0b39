package dev.assay.reference.core.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assay.reference.behaviour.KeyRules;
import dev.assay.reference.behaviour.KeyRules.DiscoverAt;
import dev.assay.reference.behaviour.KeyRules.FetchLock;
import dev.assay.reference.behaviour.KeyRules.MissingKeyId;
import dev.assay.reference.behaviour.KeyRules.RefreshPause;
import dev.assay.reference.behaviour.KeyRules.Respected;
import dev.assay.reference.behaviour.KeyRules.Sharing;
import dev.assay.reference.behaviour.KeyRules.Source;
import dev.assay.reference.behaviour.KeyRules.UnknownKeyId;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.token.CompactToken;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds the keys that may verify a token. */
public final class KeyFinder {

    private static final Set<UnknownKeyId> REFETCHING = EnumSet.of(UnknownKeyId.REFETCHED, UnknownKeyId.REFETCHED_ONCE);

    private final KeyRules rules;
    private final Collection<String> supportedIssuers;
    private final KeySetLoader loader;
    private final Supplier<Instant> clock;
    private final Object globalLock = new Object();
    private final FetchCount sharedFetches;
    private final Map<String, IssuerKeys> issuers = new ConcurrentHashMap<>();

    /** {@code supportedIssuers} matters only where keys are shared across issuers. */
    public KeyFinder(
            KeyRules rules, Collection<String> supportedIssuers, DocumentFetcher fetcher, Supplier<Instant> clock) {
        this.rules = rules;
        this.supportedIssuers = List.copyOf(supportedIssuers);
        this.loader = new KeySetLoader(rules, fetcher);
        this.clock = clock;
        this.sharedFetches = freshCount();
    }

    /**
     * The keys that may verify the token, never empty unless the signature need not be verified.
     *
     * @throws Refused if there is no such key, or the issuer's keys cannot be had
     */
    public FoundKeys keysFor(CompactToken token, TrustedIssuer issuer) throws Refused {
        for (var source : rules.sources()) {
            var keys = source == Source.DISCOVERY
                    ? discovered(token, issuer)
                    : FoundKeys.of(new HeaderKeys(loader).from(source, token.header()));
            if (!keys.keys().isEmpty() || keys.signatureSkipped()) {
                return keys;
            }
        }
        throw new Refused(Reason.UNKNOWN_KEY, "the key is not among the issuer's");
    }

    /** Fetches an issuer's keys and forgets them: what a registry does that contacts whatever a token names. */
    public void contact(String issuer) {
        try {
            loader.load(issuer);
        } catch (FetchFailed | ServerFault expected) {
            return;
        }
    }

    private FoundKeys discovered(CompactToken token, TrustedIssuer issuer) throws Refused {
        try {
            return FoundKeys.of(matching(token, issuer));
        } catch (FetchFailed failed) {
            return afterFailure(failed);
        }
    }

    private FoundKeys afterFailure(FetchFailed failed) throws Refused {
        var effect = rules.failures().getOrDefault(failed.problem(), KeyRules.FetchEffect.REFUSED);
        return switch (effect) {
            case REFUSED -> throw new Refused(Reason.ISSUER_UNAVAILABLE, String.valueOf(failed.getMessage()));
            case INVALID_TOKEN -> throw new Refused(Reason.UNKNOWN_KEY, String.valueOf(failed.getMessage()));
            case SERVER_ERROR -> throw new ServerFault(String.valueOf(failed.getMessage()));
            case SIGNATURE_SKIPPED -> FoundKeys.skipped();
        };
    }

    private List<JWK> matching(CompactToken token, TrustedIssuer issuer) throws Refused, FetchFailed {
        if (rules.fetchLock() == FetchLock.GLOBAL) {
            synchronized (globalLock) {
                return matchingUnlocked(token, issuer);
            }
        }
        return matchingUnlocked(token, issuer);
    }

    private List<JWK> matchingUnlocked(CompactToken token, TrustedIssuer issuer) throws Refused, FetchFailed {
        var named = named(token);
        var keyId = token.headerText("kid");
        var mayRefetch = REFETCHING.contains(rules.unknownKeyId());
        var fits = suits(token);
        for (var candidate : issuersFor(issuer)) {
            var found = keysOf(candidate).matching(keyId, fits.and(named), mayRefetch);
            if (found.isEmpty() && rules.unknownKeyId() == UnknownKeyId.ANY_KEY) {
                found = keysOf(candidate).matching(keyId, fits, false);
            }
            if (found.isEmpty() && rules.unknownKeyId() == UnknownKeyId.ANY_KEY_OR_REFETCHED) {
                found = keysOf(candidate)
                        .matching(keyId, fits.and(key -> SignatureVerifier.verifies(key, token)), true);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private Collection<String> issuersFor(TrustedIssuer issuer) {
        var own = rules.discoverAt() == DiscoverAt.CONFIGURED_ISSUER ? issuer.configured() : issuer.asserted();
        if (rules.sharing() == Sharing.PER_ISSUER) {
            return List.of(own);
        }
        var all = new LinkedHashSet<String>();
        all.add(own);
        all.addAll(supportedIssuers);
        return all;
    }

    private IssuerKeys keysOf(String issuer) {
        return issuers.computeIfAbsent(
                issuer, name -> new IssuerKeys(name, rules, loader, clock, new Object(), fetches()));
    }

    private FetchCount fetches() {
        return rules.refreshPause() == RefreshPause.SHARED ? sharedFetches : freshCount();
    }

    private FetchCount freshCount() {
        return FetchCount.within(rules.refreshPauseSeconds());
    }

    private Predicate<JWK> named(CompactToken token) throws Refused {
        var keyId = token.header().path("kid");
        if (keyId.isTextual()) {
            return key -> key.getKeyID() != null && rules.keyIdMatch().matches(key.getKeyID(), keyId.textValue());
        }
        if (rules.missingKeyId() == MissingKeyId.SERVER_ERROR) {
            throw new ServerFault("no key id");
        }
        if (rules.missingKeyId() == MissingKeyId.REFUSED) {
            throw new Refused(Reason.UNKNOWN_KEY, "the header names no key");
        }
        return key -> true;
    }

    private Predicate<JWK> suits(CompactToken token) {
        var algorithm = token.headerText("alg");
        return key -> isForSignatures(key) && isForAlgorithm(key, algorithm) && isLongEnough(key);
    }

    private boolean isForSignatures(JWK key) {
        if (rules.use() == Respected.IGNORED) {
            return true;
        }
        var operations = key.getKeyOperations();
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (operations == null || operations.contains(KeyOperation.VERIFY));
    }

    private boolean isForAlgorithm(JWK key, String algorithm) {
        return rules.algorithm() == Respected.IGNORED
                || key.getAlgorithm() == null
                || key.getAlgorithm().getName().equals(algorithm);
    }

    private boolean isLongEnough(JWK key) {
        return !(key instanceof RSAKey) || key.size() >= rules.minimumRsaBits();
    }
}
