package dev.assay.reference.core.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages by name. Guarded by {@link RegistryState}. */
public final class Packages {

    private final PackageNaming naming;
    private final Map<String, PackageEntry> entries = new LinkedHashMap<>();

    Packages(PackageNaming naming) {
        this.naming = naming;
    }

    /** How names compare. */
    public PackageNaming naming() {
        return naming;
    }

    /** The package of that name, however it is spelled. */
    public Optional<PackageEntry> find(String name) {
        return Optional.ofNullable(entries.get(naming.normalized(name)));
    }

    /** Every package, oldest first. */
    public List<PackageEntry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * A new package.
     *
     * @throws IllegalStateException if there is one of that name
     */
    public PackageEntry create(String name, String owner) {
        var key = naming.normalized(name);
        var entry = new PackageEntry(name, key, owner);
        if (entries.putIfAbsent(key, entry) != null) {
            throw new IllegalStateException("package %s exists already".formatted(name));
        }
        return entry;
    }

    /** Forgets a package and what was published of it; the name is free again. */
    public void remove(PackageEntry entry) {
        entries.remove(entry.key(), entry);
    }
}
