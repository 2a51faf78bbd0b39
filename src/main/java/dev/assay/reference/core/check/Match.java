package dev.assay.reference.core.check;

import dev.assay.reference.core.registry.Publisher;
import java.util.Set;

/**
 * A policy that names the workload.
 *
 * @param publisher the policy
 * @param packages normalized names of the packages it opens; that of a package to be born for a pending publisher
 */
public record Match(Publisher publisher, Set<String> packages) {

    /** Copies the set. */
    public Match {
        packages = Set.copyOf(packages);
    }
}
