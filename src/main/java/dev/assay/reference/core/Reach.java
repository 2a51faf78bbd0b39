package dev.assay.reference.core;

import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.Coverage;
import dev.assay.reference.behaviour.PolicyRules.Unmatched;
import dev.assay.reference.behaviour.TokenRules;
import dev.assay.reference.behaviour.TokenRules.Scope;
import dev.assay.reference.core.check.Match;
import dev.assay.reference.core.registry.Grant;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a registry token reaches. */
record Reach(PolicyRules policyRules, TokenRules tokenRules, RegistryState state) {

    /** What one matching policy grants. */
    Grant grant(Match match) {
        return new Grant(match.publisher().id(), match.packages(), beyond(match));
    }

    /** Whether a token for these policies works for every package. */
    boolean isEverything(List<Match> matches) {
        return matches.isEmpty()
                ? policyRules.unmatched() == Unmatched.TOKEN_FOR_EVERY_PACKAGE
                : policyRules.coverage() == Coverage.EVERY_PACKAGE || tokenRules.scope() == Scope.EVERY_PACKAGE;
    }

    private Set<String> beyond(Match match) {
        if (tokenRules.scope() == Scope.PACKAGES_OF_THE_SAME_WORKFLOW) {
            return packagesOfTheSameWorkflow(match.publisher());
        }
        return reachesOwners() ? packagesOfTheSameOwners(match.packages()) : Set.of();
    }

    private Set<String> packagesOfTheSameWorkflow(Publisher publisher) {
        return state.policies().publishers().stream()
                .filter(publisher::namesSameWorkflow)
                .flatMap(other -> state.policies().packagesOf(other.id()).stream())
                .collect(Collectors.toSet());
    }

    private boolean reachesOwners() {
        return policyRules.coverage() == Coverage.PACKAGES_OF_THE_SAME_OWNERS
                || tokenRules.scope() == Scope.PACKAGES_OF_THE_SAME_OWNERS;
    }

    private Set<String> packagesOfTheSameOwners(Set<String> keys) {
        var owners = new HashSet<String>();
        keys.forEach(key -> state.packages().find(key).ifPresent(entry -> owners.addAll(entry.owners())));
        var names = new HashSet<String>();
        state.packages().all().stream()
                .filter(entry -> !Collections.disjoint(entry.owners(), owners))
                .map(PackageEntry::key)
                .forEach(names::add);
        return names;
    }
}
