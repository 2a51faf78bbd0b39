package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.PinRule.Source;
import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.Tolerance;
import dev.assay.reference.core.forge.Forge;
import dev.assay.reference.core.registry.Publisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Compares ID tokens of one kind of identity provider with policies. */
final class PolicyMatcher {

    private final ProviderRules rules;
    private final List<Comparison> comparisons;

    PolicyMatcher(ProviderRules rules, Forge forge, Supplier<Instant> clock) {
        this.rules = rules;
        this.comparisons = comparisons(rules, forge, clock);
    }

    /** Looks whether the token can be compared with any policy at all. */
    void admit(ObjectNode members) throws Refused {
        var claims = new Claims(members);
        for (var name : rules.requiredClaims()) {
            if (!members.has(name)) {
                Tolerance.apply(rules.absentClaim(), Reason.MISSING_CLAIM, "Missing claim '%s'".formatted(name));
            } else if (!claims.has(name)) {
                throw new Refused(Reason.MISSING_CLAIM, "Missing claim '%s'".formatted(name));
            }
        }
        for (var name : (Iterable<String>) members::fieldNames) {
            if (!rules.knownClaims().contains(name)) {
                Tolerance.apply(rules.unknownClaims(), Reason.CLAIM_MISMATCH, "Unknown claim '%s'".formatted(name));
            }
        }
        for (var comparison : comparisons) {
            comparison.admit(claims);
        }
    }

    /** Whether the policy is found when policies are looked up for this token. */
    boolean finds(Publisher publisher, ObjectNode members) {
        return finds(List.of(publisher), members);
    }

    /** In what the token disagrees with a policy that was found. */
    Optional<Refused> disagreement(Publisher publisher, ObjectNode members) {
        return disagreement(List.of(publisher), members);
    }

    /** The same where every field may be that of any of several policies. */
    boolean finds(List<Publisher> anyOf, ObjectNode members) {
        return failure(anyOf, members, Stage.LOOKUP).isEmpty();
    }

    /** The same where every field may be that of any of several policies. */
    Optional<Refused> disagreement(List<Publisher> anyOf, ObjectNode members) {
        return failure(anyOf, members, Stage.CHECK);
    }

    /** The ids that a policy learns from this token, if it learns them at that time. */
    Map<String, String> idsToLock(Publisher publisher, ObjectNode members, Predicate<Source> when) {
        var ids = new HashMap<String, String>();
        rules.pins().forEach((name, pin) -> {
            var id = members.path(pin.claim()).asText();
            if (when.test(pin.source()) && !id.isEmpty() && !publisher.ids().containsKey(name)) {
                ids.put(name, id);
            }
        });
        return ids;
    }

    /** Whether the policy still waits for an ID token to learn ids from. */
    boolean lacksIds(Publisher publisher) {
        return rules.pins().entrySet().stream()
                .anyMatch(pin ->
                        isLearned(pin.getValue().source()) && !publisher.ids().containsKey(pin.getKey()));
    }

    private static boolean isLearned(Source source) {
        return source.isLockedByAnyAttempt() || source.isLockedOnFirstUse();
    }

    private Optional<Refused> failure(List<Publisher> anyOf, ObjectNode members, Stage stage) {
        var claims = new Claims(members);
        for (var comparison : comparisons) {
            var disagreements = anyOf.stream()
                    .flatMap(publisher -> disagreement(comparison, publisher, claims, stage).stream())
                    .toList();
            if (disagreements.size() == anyOf.size()) {
                return disagreements.stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> disagreement(
            Comparison comparison, Publisher publisher, Claims claims, Stage stage) {
        try {
            comparison.compare(publisher, claims, stage);
            return Optional.empty();
        } catch (Refused disagreement) {
            return Optional.of(disagreement);
        }
    }

    private static List<Comparison> comparisons(ProviderRules rules, Forge forge, Supplier<Instant> clock) {
        var comparisons = new ArrayList<Comparison>();
        rules.claims().values().forEach(rule -> comparisons.add(new ClaimComparison(rule)));
        rules.pins()
                .forEach((name, pin) ->
                        comparisons.add(new PinComparison(name, pin, forge, new IdHistory(pin.source(), clock))));
        comparisons.add(new WorkflowComparison(rules.workflow()));
        comparisons.add(new TriggerComparison(rules.trigger()));
        comparisons.add(new RunnerComparison(rules.runner()));
        comparisons.add(new SubjectComparison(rules.subject()));
        comparisons.add(new EnvironmentComparison(rules.environment()));
        return List.copyOf(comparisons);
    }
}
