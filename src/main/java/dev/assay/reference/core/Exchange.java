package dev.assay.reference.core;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.check.Match;
import dev.assay.reference.core.check.Matchers;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.check.Verification;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.token.Presented;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** ID token in, registry token out. */
public final class Exchange {

    private final Verification verification;
    private final Matchers matchers;
    private final TokenIssue tokens;
    private final TokenRules rules;
    private final RegistryState state;
    private final Map<UUID, Evidence> exchanged = new ConcurrentHashMap<>();

    Exchange(Verification verification, Matchers matchers, TokenIssue tokens, TokenRules rules, RegistryState state) {
        this.verification = verification;
        this.matchers = matchers;
        this.tokens = tokens;
        this.rules = rules;
        this.state = state;
    }

    /**
     * Exchanges an ID token.
     *
     * @throws Refused if a check does not pass; nothing is handed out then
     */
    public Exchanged exchange(String idToken) throws Refused {
        return exchange(Presented.of(idToken), Sought.everything());
    }

    /**
     * Exchanges an ID token for what the request asks for, and no more.
     *
     * @throws Refused if a check does not pass; nothing is handed out then
     */
    public Exchanged exchange(Presented idToken, Sought sought) throws Refused {
        var earlier = rules.tokenAtExchange() == Leniency.ACCEPTED
                ? state.tokens().withText(idToken.text())
                : Optional.<RegistryToken>empty();
        if (earlier.isPresent()) {
            return state.atomically(() -> tokens.renew(earlier.get()));
        }
        var known = verification.examine(idToken, sought);
        return state.atomically(() -> {
            for (var match : known.matches()) {
                lockIds(known, match);
            }
            var issued = tokens.issue(known);
            exchanged.put(issued.token().id(), known);
            return issued;
        });
    }

    /** The holder of a registry token hands it back. */
    void handedBack(RegistryToken token) {
        Optional.ofNullable(exchanged.remove(token.id())).ifPresent(verification::handedBack);
    }

    /**
     * What is known of an ID token before any policy is looked at; nothing is used up or learned by it.
     *
     * @throws Refused if a check does not pass
     */
    public Evidence authenticate(Presented idToken) throws Refused {
        return verification.authenticate(idToken);
    }

    private void lockIds(Evidence known, Match match) throws Refused {
        var ids = matchers.idsOfFirstUse(known, match);
        if (!ids.isEmpty()) {
            state.policies().lockIds(match.publisher().id(), ids);
        }
    }
}
