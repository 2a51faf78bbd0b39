package dev.assay.reference.core.registry;

import java.util.Optional;

/** How a registry's names compare and which it allows; a dialect's knowledge. */
public interface PackageNaming {

    /** The form in which equal names are equal. */
    String normalized(String name);

    /** Why a package must not be called so; empty if it may. */
    Optional<String> objection(String name);
}
