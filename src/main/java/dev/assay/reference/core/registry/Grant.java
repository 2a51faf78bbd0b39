package dev.assay.reference.core.registry;

import java.util.Set;
import java.util.UUID;

/**
 * What one policy lets a registry token do.
 *
 * @param publisher the policy
 * @param packages normalized names of the packages it covers
 * @param beyondPolicy further packages that the token works for although the policy does not name them
 */
public record Grant(UUID publisher, Set<String> packages, Set<String> beyondPolicy) {

    /** Copies the sets. */
    public Grant {
        packages = Set.copyOf(packages);
        beyondPolicy = Set.copyOf(beyondPolicy);
    }
}
