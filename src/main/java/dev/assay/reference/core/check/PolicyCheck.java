package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.PendingRules.Aspect;
import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.Fields;
import dev.assay.reference.behaviour.PolicyRules.Hints;
import dev.assay.reference.behaviour.PolicyRules.Selection;
import dev.assay.reference.behaviour.PolicyRules.SilentForge;
import dev.assay.reference.behaviour.PolicyRules.Unmatched;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.key.TrustedIssuer;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A policy names the workload: pending publishers first where they act at the exchange, then the normal ones. */
final class PolicyCheck implements Check {

    private final PolicyRules rules;
    private final boolean separatesIssuers;
    private final Matchers matchers;
    private final PendingMatches pending;
    private final RegistryState state;
    private final SoughtPolicies scope;
    private final SubjectMemory memory;

    PolicyCheck(
            PolicyRules rules,
            boolean separatesIssuers,
            Matchers matchers,
            PendingMatches pending,
            RegistryState state) {
        this.rules = rules;
        this.separatesIssuers = separatesIssuers;
        this.matchers = matchers;
        this.pending = pending;
        this.state = state;
        this.scope = new SoughtPolicies(rules, state);
        this.memory = new SubjectMemory(rules.memory());
    }

    @Override
    public Evidence examine(Evidence known) throws Refused {
        var matcher = matchers(known).of(known.issuer().kind());
        matcher.admit(known.token().claims());
        return state.atomically(() -> {
            try {
                return match(matcher, known);
            } catch (Refused refused) {
                throw rules.hints() == Hints.TO_THE_SAME_OWNER ? withHint(refused, known) : refused;
            }
        });
    }

    private Matchers matchers(Evidence known) {
        var owner = known.claim("repository_owner").asText();
        return rules.silentForge() == SilentForge.IDS_NOT_COMPARED && matchers.isForgeSilent(owner)
                ? matchers.overlooking(Set.of(Aspect.IDS))
                : matchers;
    }

    private Refused withHint(Refused refused, Evidence known) {
        var owner = known.claim("repository_owner").asText();
        var policies = state.policies().publishers().stream()
                .filter(publisher -> publisher.field("owner").equals(owner))
                .map(publisher -> publisher.fields().toString())
                .toList();
        return new Refused(refused.reason(), "%s; there is %s".formatted(refused.detail(), policies));
    }

    private Evidence match(PolicyMatcher matcher, Evidence known) throws Refused {
        var ofIssuer = state.policies().pending().stream()
                .filter(entry -> concerns(known.issuer(), entry.publisher()))
                .filter(entry -> pending.isSought(known.sought(), entry))
                .toList();
        var born = pending.examine(known, ofIssuer);
        var matches = new ArrayList<>(born);
        var normal = selected(matching(matcher, known, !born.isEmpty()));
        normal.forEach(publisher -> matches.add(new Match(publisher, scope.packages(known.sought(), publisher))));
        if (matches.isEmpty() && rules.unmatched() == Unmatched.REFUSED) {
            throw new Refused(Reason.NO_POLICY, "Publisher with matching claims was not found");
        }
        return known.withMatches(matches);
    }

    private List<Publisher> matching(PolicyMatcher matcher, Evidence known, boolean mayBeNone) throws Refused {
        var claims = known.token().claims();
        var passing = new ArrayList<Publisher>();
        Optional<Refused> firstFailure = Optional.empty();
        for (var publisher : candidates(matcher, known).toList()) {
            var failure = expiry(matcher, publisher);
            if (failure.isEmpty()) {
                lockByAttempt(matcher, publisher, claims);
                failure = memory.knows(publisher, claims)
                        ? Optional.empty()
                        : matcher.disagreement(compared(known, publisher), claims);
            }
            if (failure.isEmpty()) {
                memory.keep(publisher, claims);
                passing.add(publisher);
            }
            firstFailure = firstFailure.isPresent() ? firstFailure : failure;
        }
        if (passing.isEmpty() && firstFailure.isPresent() && !mayBeNone) {
            throw firstFailure.get();
        }
        return passing;
    }

    private Stream<Publisher> candidates(PolicyMatcher matcher, Evidence known) {
        var claims = known.token().claims();
        return sought(known)
                .filter(publisher ->
                        memory.knows(publisher, claims) || matcher.finds(compared(known, publisher), claims));
    }

    private Stream<Publisher> sought(Evidence known) {
        return state.policies().publishers().stream()
                .filter(publisher -> concerns(known.issuer(), publisher))
                .filter(publisher -> scope.isSought(known.sought(), publisher));
    }

    /** The policies with whose fields the token is compared: the policy itself, and where fields are mixed those beside it. */
    private List<Publisher> compared(Evidence known, Publisher publisher) {
        var policies = rules.fields() == Fields.OF_ONE_POLICY
                ? Stream.of(publisher)
                : sought(known).filter(other -> scope.haveCommonPackage(publisher, other));
        return policies.map(known.sought()::completed).toList();
    }

    /** A policy without ids does not wait for them for ever. */
    private Optional<Refused> expiry(PolicyMatcher matcher, Publisher publisher) {
        var age = state.policies().age(publisher.id()).toSeconds();
        return matcher.lacksIds(publisher) && rules.temporarySeconds().reachedBy(age)
                ? Optional.of(new Refused(Reason.CLAIM_MISMATCH, "the policy has expired"))
                : Optional.empty();
    }

    private void lockByAttempt(PolicyMatcher matcher, Publisher publisher, ObjectNode claims) {
        var ids = matcher.idsToLock(publisher, claims, Source::isLockedByAnyAttempt);
        if (!ids.isEmpty()) {
            state.policies().lockIds(publisher.id(), ids);
        }
    }

    private List<Publisher> selected(List<Publisher> passing) {
        if (rules.selection() == Selection.ALL || passing.isEmpty()) {
            return passing;
        }
        if (rules.selection() == Selection.FIRST) {
            return passing.subList(0, 1);
        }
        var chosen = passing.stream()
                .filter(publisher -> !publisher.field("environment").isEmpty())
                .findFirst()
                .orElse(passing.get(0));
        return passing.stream().filter(chosen::namesSameWorkload).toList();
    }

    private boolean concerns(TrustedIssuer issuer, Publisher publisher) {
        return !separatesIssuers
                || (publisher.provider().equals(issuer.kind())
                        && publisher.issuer().equals(issuer.configured()));
    }
}
