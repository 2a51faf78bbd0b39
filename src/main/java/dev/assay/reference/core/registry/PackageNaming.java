package dev.assay.reference.core.registry;

import java.util.Optional;

/** How a registry's names and versions compare and which names it allows; a dialect's knowledge. */
public interface PackageNaming {

    /** The form in which equal names are equal. */
    String normalized(String name);

    /** The form in which equal versions are equal: as they are spelled, unless the dialect knows better. */
    default String version(String spelled) {
        return spelled;
    }

    /** Why a package must not be called so; empty if it may. */
    Optional<String> objection(String name);
}
