package dev.assay.reference.core.check;

import dev.assay.reference.core.registry.Publisher;
import java.util.Map;
import java.util.Optional;

/**
 * What an exchange is asked for, at registries where the request says so.
 *
 * @param packageName the only package that the registry token shall work for; policies of others do not count
 * @param account whose packages the registry token shall work for; policies of others' packages do not count
 * @param version the only version, at registries where a policy says which tags publish a version
 * @param further whatever else the request says, by name
 */
public record Sought(
        Optional<String> packageName, Optional<String> account, Optional<String> version, Map<String, String> further) {

    /** Stands for the version in what was entered. */
    private static final String PLACE_OF_VERSION = "{{version}}";

    /** Copies the further members. */
    public Sought {
        further = Map.copyOf(further);
    }

    /** What is sought by a request that says nothing else. */
    public Sought(Optional<String> packageName, Optional<String> account, Optional<String> version) {
        this(packageName, account, version, Map.of());
    }

    /** Whatever the workload's policies allow. */
    public static Sought everything() {
        return new Sought(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One package. */
    public static Sought onlyPackage(String name) {
        return new Sought(Optional.of(name), Optional.empty(), Optional.empty());
    }

    /** Packages of one account. */
    public static Sought packagesOf(String account) {
        return new Sought(Optional.empty(), Optional.of(account), Optional.empty());
    }

    /** One version of one package. */
    public static Sought versionOf(String name, String version) {
        return new Sought(Optional.of(name), Optional.empty(), Optional.of(version));
    }

    /** Whether it is asked for all that the workload's policies allow, whatever else the request says. */
    boolean isEverything() {
        return packageName.isEmpty() && account.isEmpty() && version.isEmpty();
    }

    /** The same by a request that says more. */
    public Sought with(Map<String, String> members) {
        return new Sought(packageName, account, version, members);
    }

    /** Something that the request says beside. */
    public Optional<String> further(String name) {
        return Optional.ofNullable(further.get(name));
    }

    /** The policy with the version in its place. */
    Publisher completed(Publisher publisher) {
        return version.map(text -> publisher.withFields(field -> field.replace(PLACE_OF_VERSION, text)))
                .orElse(publisher);
    }
}
