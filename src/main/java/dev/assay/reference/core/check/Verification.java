package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.CheckName;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.SupportedIssuers;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.key.KeyFinder;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.token.Presented;
import dev.assay.reference.core.token.TokenParser;
import java.net.URI;
import java.util.List;

/** Puts an ID token to the checks that a behaviour lists, in its order. */
public final class Verification {

    private final Rules rules;
    private final SupportedIssuers issuers;
    private final KeyFinder keys;
    private final Matchers matchers;
    private final RegistryState state;
    private final RegistryClock clock;
    private final URI baseUri;
    private final ReplayCheck replay;
    private final PendingMatches pending;
    private final List<Check> checks;
    private final List<Check> authentication;

    /**
     * Puts the checks together.
     *
     * @param issuers those that the registry supports
     * @param baseUri where the registry is reached, without a slash at its end
     */
    public Verification(
            Rules rules,
            SupportedIssuers issuers,
            KeyFinder keys,
            Matchers matchers,
            RegistryState state,
            RegistryClock clock,
            URI baseUri) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.issuers = issuers;
        this.keys = keys;
        this.matchers = matchers;
        this.state = state;
        this.clock = clock;
        this.replay = new ReplayCheck(rules.replay(), state.usedIds());
        this.pending = new PendingMatches(
                rules.pending(), matchers, new PackageBirths(state, rules.pending(), rules.switches()), replay, state);
        this.checks = rules.checks().stream().map(this::check).toList();
        this.authentication = rules.checks().stream()
                .takeWhile(name -> name != CheckName.POLICY)
                .filter(name -> name != CheckName.REPLAY)
                .map(this::check)
                .toList();
    }

    /**
     * What the checks found out.
     *
     * @throws Refused by the first check that does not pass
     */
    public Evidence examine(Presented idToken, Sought sought) throws Refused {
        var known = Evidence.of(idToken, sought);
        var isMarkedAsUsed = false;
        for (var check : checks) {
            if (check.equals(replay) && pending.forgiveUse(known)) {
                continue;
            }
            try {
                known = check.examine(known);
            } catch (Refused refused) {
                if (isMarkedAsUsed) {
                    replay.refusedLater(known);
                }
                throw refused;
            }
            isMarkedAsUsed |= check.equals(replay);
        }
        return known;
    }

    /**
     * What is found out before any policy is looked at: whether an issuer that is supported made the token, for this
     * registry and for this time, and with the claims that policies need.
     *
     * @throws Refused by the first check that does not pass
     */
    public Evidence authenticate(Presented idToken) throws Refused {
        var known = Evidence.of(idToken, Sought.everything());
        for (var check : authentication) {
            known = check.examine(known);
        }
        matchers.of(known.issuer().kind()).admit(known.token().claims());
        return known;
    }

    /** The registry token was handed back that this ID token was exchanged for. */
    public void handedBack(Evidence known) {
        replay.handedBack(known);
    }

    private Check check(CheckName name) {
        return switch (name) {
            case PARSE -> new ParseCheck(new TokenParser(rules.parsing()));
            case ISSUER -> new IssuerCheck(rules.issuers(), issuers, keys);
            case SWITCHES -> new SwitchCheck(rules.switches());
            case SIGNATURE -> new SignatureCheck(rules.signature(), rules.keys(), keys);
            case REGISTERED_CLAIMS -> new RegisteredClaimCheck(rules.registeredClaims(), rules.issuers());
            case TIMES -> new TimesCheck(rules.times(), clock);
            case LIFETIME -> new LifetimeCheck(rules.times());
            case AUDIENCE -> new AudienceCheck(rules.audience().at(baseUri));
            case POLICY ->
                new PolicyCheck(rules.policies(), rules.issuers().separatesPolicies(), matchers, pending, state);
            case REPLAY -> replay;
        };
    }
}
