package dev.assay.reference.core;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.check.Matchers;
import dev.assay.reference.core.check.Verification;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.key.DocumentFetcher;
import dev.assay.reference.core.key.KeyFinder;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The registry without a wire: put together from a behaviour and its surroundings. */
public final class RegistryCore {

    private final RegistryState state;
    private final Exchange exchange;
    private final Optional<SignedTokens> signed;
    private final Credentials credentials;
    private final Publishing publishing;
    private final PolicyDesk policyDesk;
    private final PackageDesk packageDesk;

    /**
     * A registry that holds nothing yet and supports one issuer of each kind.
     *
     * @param issuers the supported issuers by kind of identity provider
     * @param baseUri where the registry is reached, without a slash at its end
     */
    public RegistryCore(
            Rules rules,
            Map<String, String> issuers,
            Forge forge,
            DocumentFetcher fetcher,
            PackageNaming naming,
            TokenWriter writer,
            RegistryClock clock,
            URI baseUri) {
        this(rules, SupportedIssuers.of(issuers, Map.of()), forge, fetcher, naming, writer, clock, baseUri);
    }

    /**
     * A registry that holds nothing yet.
     *
     * @param baseUri where the registry is reached, without a slash at its end
     */
    public RegistryCore(
            Rules rules,
            SupportedIssuers issuers,
            Forge forge,
            DocumentFetcher fetcher,
            PackageNaming naming,
            TokenWriter writer,
            RegistryClock clock,
            URI baseUri) {
        var matchers = new Matchers(rules.providers(), forge, clock);
        var keys = new KeyFinder(rules.keys(), issuers.names(), fetcher, clock);
        state = new RegistryState(naming, rules.policies(), rules.pending().lifetimeSeconds(), clock);
        var births = new PackageBirths(state, rules.pending(), rules.switches());
        var judge = new TokenJudge(rules.tokens(), state, births, clock);
        signed = SignedTokens.of(rules.tokens(), writer, state.tokens());
        var tokens = new TokenIssue(
                rules.tokens(),
                rules.publishing().record(),
                new Reach(rules.policies(), rules.tokens(), state),
                signed.isPresent() ? signed.get() : writer,
                state,
                clock);
        var rights = new Rights(rules.policies(), rules.tokens().actions(), judge, state);
        var form = new PolicyForm(rules.policies(), rules.providers(), issuers, forge);
        exchange = new Exchange(
                new Verification(rules, issuers, keys, matchers, state, clock, baseUri),
                matchers,
                tokens,
                rules.tokens(),
                state);
        credentials = new Credentials(rules.tokens(), state, judge, exchange, signed);
        publishing = new Publishing(rules, state, judge, births, clock);
        policyDesk = new PolicyDesk(rules.policies(), rules.pending(), form, rights, state);
        packageDesk = new PackageDesk(
                rules.tokens().packageSwitch(), rules.publishing().withdrawn(), rights, births, tokens, state);
    }

    /** What the registry holds. */
    public RegistryState state() {
        return state;
    }

    /** ID token in, registry token out. */
    public Exchange exchange() {
        return exchange;
    }

    /** The keys that verify registry tokens, as members of a JSON object, where those are signed. */
    public Optional<Map<String, Object>> keySet() {
        return signed.map(SignedTokens::keySet);
    }

    /** Which registry token was presented. */
    public Credentials credentials() {
        return credentials;
    }

    /** Uploads. */
    public Publishing publishing() {
        return publishing;
    }

    /** Policies. */
    public PolicyDesk policyDesk() {
        return policyDesk;
    }

    /** Packages, owners, long-lived tokens. */
    public PackageDesk packageDesk() {
        return packageDesk;
    }
}
