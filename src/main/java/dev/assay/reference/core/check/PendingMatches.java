package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.PendingRules;
import dev.assay.reference.behaviour.PendingRules.Converts;
import dev.assay.reference.behaviour.PendingRules.ExistingPackage;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.PendingPublisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What pending publishers contribute to an exchange. */
final class PendingMatches {

    private final PendingRules rules;
    private final Matchers matchers;
    private final PackageBirths births;
    private final ReplayCheck replay;
    private final RegistryState state;

    /** Pending publishers, compared like the policies of {@code matchers} as far as the rules want it. */
    PendingMatches(
            PendingRules rules, Matchers matchers, PackageBirths births, ReplayCheck replay, RegistryState state) {
        this.rules = rules;
        this.matchers = matchers.overlooking(rules.overlooks());
        this.births = births;
        this.replay = replay;
        this.state = state;
    }

    /** Whether an exchange that asks for this is about the entry. */
    boolean isSought(Sought sought, PendingPublisher entry) {
        var isAboutAnother =
                sought.packageName().filter(name -> !births.opens(entry, name)).isPresent();
        return !isAboutAnother
                && sought.account()
                        .filter(account -> !account.equals(entry.registrant()))
                        .isEmpty();
    }

    /**
     * The matching ones that open a package. Where they act at the exchange, the package is born here and the entry
     * that it leaves behind is found as a normal policy afterwards.
     */
    List<Match> examine(Evidence known, List<PendingPublisher> entries) throws Refused {
        var matcher = matchers.of(known.issuer().kind());
        var matches = new ArrayList<Match>();
        for (var entry : entries) {
            if (isMeant(matcher, known, entry)) {
                refuseUsed(known);
                open(entry).ifPresent(matches::add);
            }
        }
        return matches;
    }

    /** Whether the token was let in by a pending publisher to which a used one is as good as a fresh one. */
    boolean forgiveUse(Evidence known) {
        return rules.usedToken() == Leniency.ACCEPTED
                && known.matches().stream()
                        .anyMatch(match -> state.atomically(() ->
                                state.policies().pending(match.publisher().id()).isPresent()));
    }

    private boolean isMeant(PolicyMatcher matcher, Evidence known, PendingPublisher entry) {
        var claims = known.token().claims();
        return rules.offered()
                && matcher.finds(entry.publisher(), claims)
                && matcher.disagreement(entry.publisher(), claims).isEmpty();
    }

    private void refuseUsed(Evidence known) throws Refused {
        if (replay.isUsed(known)) {
            Tolerance.apply(rules.usedToken(), Reason.ALREADY_USED, "jti has been used");
        }
    }

    private Optional<Match> open(PendingPublisher entry) throws Refused {
        var existing = state.packages().find(entry.packageName());
        if (existing.isPresent()) {
            return openExisting(entry, existing.get());
        }
        if (rules.converts() == Converts.AT_MINT) {
            births.birth(entry, entry.packageName());
            return Optional.empty();
        }
        return Optional.of(match(entry));
    }

    private Optional<Match> openExisting(PendingPublisher entry, PackageEntry existing) throws Refused {
        if (rules.existingPackage() == ExistingPackage.REFUSED) {
            state.policies().removePending(entry.publisher().id());
            throw new Refused(Reason.PACKAGE_EXISTS, "the package exists already");
        }
        if (rules.existingPackage() != ExistingPackage.GRANTED) {
            return Optional.empty();
        }
        state.policies().link(entry.publisher(), existing.key());
        return Optional.of(match(entry));
    }

    private Match match(PendingPublisher entry) {
        return new Match(entry.publisher(), Set.of(state.packages().naming().normalized(entry.packageName())));
    }
}
