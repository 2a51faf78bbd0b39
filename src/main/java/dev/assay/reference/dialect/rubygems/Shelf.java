package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import java.util.List;
import java.util.Optional;

/** What readers can see. */
record Shelf(RegistryState state, Visibility visibility) {

    /** Every gem that has a version. */
    List<Gem> gems() {
        return state.atomically(() -> state.packages().all().stream()
                .map(this::gem)
                .filter(gem -> !gem.versions().isEmpty())
                .toList());
    }

    Optional<Gem> find(String name) {
        return gems().stream().filter(gem -> gem.name().equals(name)).findFirst();
    }

    /** Every version of every gem. */
    List<Version> versions() {
        return gems().stream().flatMap(gem -> gem.versions().stream()).toList();
    }

    /** The version whose files are called so. */
    Optional<Version> version(String fullName) {
        return versions().stream()
                .filter(version -> version.specification().fullName().equals(fullName))
                .findFirst();
    }

    private Gem gem(PackageEntry entry) {
        var files = visibility == Visibility.SHOWN ? entry.files() : List.<StoredFile>of();
        return new Gem(entry.name(), files.stream().map(Shelf::version).toList());
    }

    private static Version version(StoredFile file) {
        try {
            return new Version(file, GemFile.read(file.content().bytes()));
        } catch (InvalidGem impossible) {
            throw new IllegalStateException("a gem was stored that is none", impossible);
        }
    }

    /**
     * A gem at one moment.
     *
     * @param name as registered
     * @param versions oldest first
     */
    record Gem(String name, List<Version> versions) {

        Version newest() {
            return versions.get(versions.size() - 1);
        }
    }

    /**
     * A version of a gem.
     *
     * @param file the gem itself
     * @param specification what it says of itself
     */
    record Version(StoredFile file, GemSpecification specification) {

        /** Lower-case hexadecimal digits. */
        String sha256() {
            return file.content().digest("SHA-256");
        }
    }
}
