package dev.assay.reference.core.check;

import java.util.Optional;

/**
 * What an exchange is asked for, at registries where the request says so.
 *
 * @param packageName the only package that the registry token shall work for; policies of others do not count
 * @param account whose packages the registry token shall work for; policies of others' packages do not count
 */
public record Sought(Optional<String> packageName, Optional<String> account) {

    /** Whatever the workload's policies allow. */
    public static Sought everything() {
        return new Sought(Optional.empty(), Optional.empty());
    }

    /** One package. */
    public static Sought onlyPackage(String name) {
        return new Sought(Optional.of(name), Optional.empty());
    }

    /** Packages of one account. */
    public static Sought packagesOf(String account) {
        return new Sought(Optional.empty(), Optional.of(account));
    }
}
