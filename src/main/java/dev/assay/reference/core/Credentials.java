package dev.assay.reference.core;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.behaviour.TokenRules.Revocation;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Optional;
import java.util.UUID;

/** Finds out which registry token was presented. */
public final class Credentials {

    private final TokenRules rules;
    private final RegistryState state;
    private final TokenJudge judge;
    private final Exchange exchange;
    private final Optional<SignedTokens> signed;

    Credentials(
            TokenRules rules, RegistryState state, TokenJudge judge, Exchange exchange, Optional<SignedTokens> signed) {
        this.rules = rules;
        this.state = state;
        this.judge = judge;
        this.exchange = exchange;
        this.signed = signed;
    }

    /** The token that was handed out as this text, or that it is taken for, if it still counts. */
    public Optional<RegistryToken> withText(String text) {
        return alive(
                state.tokens().withText(text, rules.match()).or(() -> signed.flatMap(tokens -> tokens.believed(text))));
    }

    /** The token with this id, if it still counts; whether the text is genuine is for the caller to find out. */
    public Optional<RegistryToken> withId(UUID id) {
        return alive(state.tokens().withId(id));
    }

    /** What an ID token is worth in place of a registry token: nothing, in a sound registry. */
    public Optional<RegistryToken> fromIdToken(String text) {
        if (rules.idTokenAtPublish() != Leniency.ACCEPTED) {
            return Optional.empty();
        }
        try {
            return Optional.of(exchange.exchange(text).token());
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    /** Its holder hands a token back: nobody knows it any more. */
    public void revoke(RegistryToken token) {
        state.tokens().forget(token);
        exchange.handedBack(token);
        if (rules.revocation() == Revocation.OF_ITS_POLICIES) {
            state.tokens().withGrants(token.grants()).forEach(state.tokens()::forget);
        }
    }

    private Optional<RegistryToken> alive(Optional<RegistryToken> known) {
        return state.atomically(() -> known.filter(token -> !judge.isDead(token)));
    }
}
