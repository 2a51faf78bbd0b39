package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.PendingRules.Aspect;
import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.forge.ForgeUnavailable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How ID tokens are compared with policies, by kind of identity provider. */
public final class Matchers {

    private final Map<String, ProviderRules> providers;
    private final Forge forge;
    private final Supplier<Instant> clock;
    private final Map<String, PolicyMatcher> byProvider = new HashMap<>();

    /** {@code forge} is asked only where a behaviour resolves ids after a policy was entered. */
    public Matchers(Map<String, ProviderRules> providers, Forge forge, Supplier<Instant> clock) {
        this.providers = Map.copyOf(providers);
        this.forge = forge;
        this.clock = clock;
        providers.forEach((kind, rules) -> byProvider.put(kind, new PolicyMatcher(rules, forge, clock)));
    }

    /**
     * The ids that the first accepted ID token teaches a policy.
     *
     * @throws Refused if the identity provider is of a kind that has no policies
     */
    public Map<String, String> idsOfFirstUse(Evidence known, Match match) throws Refused {
        return of(known.issuer().kind())
                .idsToLock(match.publisher(), known.token().claims(), Source::isLockedOnFirstUse);
    }

    /** Whether the forge does not say at this moment who has a name. */
    boolean isForgeSilent(String owner) {
        try {
            forge.owner(owner);
            return false;
        } catch (ForgeUnavailable silent) {
            return true;
        }
    }

    /** The same comparisons but for some aspects. */
    Matchers overlooking(Set<Aspect> aspects) {
        var lax = new HashMap<>(providers);
        lax.replaceAll((kind, rules) -> rules.overlooking(aspects));
        return new Matchers(lax, forge, clock);
    }

    PolicyMatcher of(String provider) throws Refused {
        var matcher = byProvider.get(provider);
        if (matcher == null) {
            throw new Refused(Reason.NO_POLICY, "there are no policies for " + provider);
        }
        return matcher;
    }
}
