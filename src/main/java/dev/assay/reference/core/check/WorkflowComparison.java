package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.KeyRules.Compared;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.behaviour.TextMatch;
import dev.assay.reference.behaviour.WorkflowRules;
import dev.assay.reference.behaviour.WorkflowRules.Located;
import dev.assay.reference.behaviour.WorkflowRules.RefPresence;
import dev.assay.reference.behaviour.WorkflowRules.Reusable;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import java.util.List;

/**
 * The workflow file: its name while policies are looked up, then the whole claim with the token's own references
 * (pypi/warehouse {@code warehouse/oidc/models/github.py}).
 */
record WorkflowComparison(WorkflowRules rules) implements Comparison {

    @Override
    public void admit(Claims claims) throws Refused {
        if (rules.match() != TextMatch.IGNORED) {
            located(claims);
        }
    }

    @Override
    public void compare(Publisher publisher, Claims claims, Stage stage) throws Refused {
        if (stage == Stage.LOOKUP) {
            compareFile(publisher, claims);
            return;
        }
        if (rules.locationMatch() != TextMatch.IGNORED) {
            compareLocation(publisher, claims);
        }
        compareReusable(claims);
    }

    private void compareFile(Publisher publisher, Claims claims) throws Refused {
        if (rules.match() == TextMatch.IGNORED) {
            return;
        }
        if (!rules.match().matches(publisher.field("workflow"), located(claims).file())) {
            throw new Refused(Reason.CLAIM_MISMATCH, "Check failed for required claim '%s'".formatted(rules.claim()));
        }
    }

    private void compareLocation(Publisher publisher, Claims claims) throws Refused {
        var isShared = !rules.sharedLocation().isEmpty()
                && !publisher.field("workflowRepositoryOwner").isEmpty();
        var expected = publisher.fill(isShared ? rules.sharedLocation() : rules.location());
        if (isShared || rules.ref() == Compared.IGNORED) {
            refuseUnless(rules.locationMatch().matches(expected, located(claims).path()), List.of(expected), claims);
            return;
        }
        var actual = claims.textOrEmpty(rules.claim());
        var candidates = references(claims).stream()
                .map(reference -> expected + "@" + reference)
                .toList();
        var fits =
                candidates.stream().anyMatch(candidate -> rules.locationMatch().matches(candidate, actual));
        refuseUnless(fits, candidates, claims);
    }

    private void refuseUnless(boolean fits, List<String> candidates, Claims claims) throws Refused {
        if (!fits) {
            var expected = candidates.stream()
                    .sorted()
                    .map(candidate -> "'" + candidate + "'")
                    .toList();
            throw new Refused(
                    Reason.CLAIM_MISMATCH,
                    "The %s claim does not match, expecting one of %s, got '%s'"
                            .formatted(rules.claim(), expected, claims.textOrEmpty(rules.claim())));
        }
    }

    private List<String> references(Claims claims) throws Refused {
        var references = rules.refClaims().stream()
                .map(claims::textOrEmpty)
                .filter(reference -> !reference.isEmpty())
                .toList();
        var enough = rules.refPresence() == RefPresence.ALL
                ? references.size() == rules.refClaims().size()
                : !references.isEmpty();
        if (!enough) {
            throw new Refused(
                    Reason.CLAIM_MISMATCH,
                    "The %s claims are empty".formatted(String.join(" and ", rules.refClaims())));
        }
        return references;
    }

    private void compareReusable(Claims claims) throws Refused {
        var calling = claims.textOrEmpty(rules.callingClaim());
        var called = claims.textOrEmpty(rules.calledClaim());
        if (rules.reusable() != Reusable.ACCEPTED && !rules.reusable().accepts(calling, called)) {
            throw new Refused(
                    Reason.CLAIM_MISMATCH,
                    "The job is defined by the reusable workflow '%s', which is not accepted".formatted(called));
        }
    }

    private Located located(Claims claims) throws Refused {
        var text = claims.text(rules.claim(), Leniency.ACCEPTED, Leniency.REFUSED)
                .orElseThrow(
                        () -> new Refused(Reason.CLAIM_MISMATCH, "The %s claim is empty".formatted(rules.claim())));
        return rules.file().in(text).orElseThrow(() -> new Refused(Reason.CLAIM_MISMATCH, rules.unreadable()));
    }
}
