package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import java.util.List;
import java.util.Optional;

/** What readers can see. */
record Shelf(RegistryState state, Visibility visibility) {

    List<Project> projects() {
        return state.atomically(
                () -> state.packages().all().stream().map(this::project).toList());
    }

    Optional<Project> find(String name) {
        return state.atomically(() -> state.packages().find(name).map(this::project));
    }

    private Project project(PackageEntry entry) {
        var files = visibility == Visibility.SHOWN ? entry.files() : List.<StoredFile>of();
        return new Project(
                entry.name(), entry.key(), entry.owners().stream().sorted().toList(), files);
    }

    /**
     * A project at one moment.
     *
     * @param name as registered
     * @param normalized as it is addressed
     * @param owners names of accounts
     * @param files oldest first
     */
    record Project(String name, String normalized, List<String> owners, List<StoredFile> files) {

        List<String> versions() {
            return files.stream().map(StoredFile::version).distinct().toList();
        }

        List<StoredFile> filesOf(String version) {
            return files.stream().filter(file -> file.version().equals(version)).toList();
        }
    }

    /** Where a file can be fetched, by its BLAKE2b digest. */
    static String path(StoredFile file) {
        var digest = Digests.blake2b256(file.content());
        return "/packages/%s/%s/%s/%s"
                .formatted(digest.substring(0, 2), digest.substring(2, 4), digest.substring(4), file.name());
    }
}
