package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.PolicyRules;
import dev.assay.reference.behaviour.PolicyRules.Heeded;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which policies an exchange is about, and for which of their packages. Call within {@link RegistryState#atomically}. */
record SoughtPolicies(PolicyRules rules, RegistryState state) {

    /** Whether an exchange that asks for this is about the policy. */
    boolean isSought(Sought sought, Publisher publisher) {
        return (sought.isEverything() && rules.heeded() == Heeded.ALL)
                || !packages(sought, publisher).isEmpty();
    }

    /** The policy's packages, as far as the request asks for them. */
    Set<String> packages(Sought sought, Publisher publisher) {
        var keys = keys(publisher);
        var packages = sought.packageName()
                .map(name -> state.packages().naming().normalized(name))
                .map(key -> keys.contains(key) ? Set.of(key) : covers(keys, key) ? keys : Set.<String>of())
                .orElse(keys);
        return sought.account().map(account -> ownedBy(account, packages)).orElse(packages);
    }

    /** Whether two policies are for the same package. */
    boolean haveCommonPackage(Publisher one, Publisher other) {
        return !Collections.disjoint(keys(one), keys(other));
    }

    private Set<String> keys(Publisher publisher) {
        return state.policies().packagesOf(publisher.id()).stream()
                .filter(key -> isHeeded(publisher, state.policies().listed(key)))
                .collect(Collectors.toSet());
    }

    private boolean isHeeded(Publisher publisher, List<Publisher> listed) {
        if (rules.heeded() == Heeded.ALL || listed.isEmpty()) {
            return true;
        }
        var only = listed.get(rules.heeded() == Heeded.NEWEST ? listed.size() - 1 : 0);
        return only.id().equals(publisher.id());
    }

    /** Whether a policy for these packages covers another one, too. */
    private boolean covers(Set<String> keys, String other) {
        return switch (rules.coverage()) {
            case OWN_PACKAGES -> false;
            case PACKAGES_OF_THE_SAME_OWNERS -> !Collections.disjoint(owners(keys), owners(Set.of(other)));
            case EVERY_PACKAGE -> !keys.isEmpty();
        };
    }

    private Set<String> owners(Set<String> keys) {
        return keys.stream()
                .flatMap(key -> state.packages().find(key).stream())
                .flatMap(entry -> entry.owners().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> ownedBy(String account, Set<String> keys) {
        return keys.stream()
                .filter(key -> state.packages()
                        .find(key)
                        .filter(entry -> entry.owners().contains(account))
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
