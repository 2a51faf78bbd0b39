package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.PublishingRules.Visibility;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.StoredFile;
import java.util.List;
import java.util.Optional;

/** What readers can see. */
record Releases(RegistryState state, Visibility visibility) {

    /** What is kept of an upload beside the archive: members of the interface, as JSON. */
    static final String MANIFEST = "manifest";

    static final String INDEX = "index";
    static final String TRUSTPUB_DATA = "trustpub_data";
    static final String PUBLISHED_BY = "published_by";

    PackageEntry crate(String name) throws Rejected {
        return state.atomically(() -> state.packages().find(name)).orElseThrow(() -> Rejected.noCrate(name));
    }

    List<StoredFile> of(PackageEntry crate) {
        return visibility == Visibility.SHOWN ? state.atomically(crate::files) : List.of();
    }

    Optional<StoredFile> find(PackageEntry crate, String version) {
        return of(crate).stream().filter(file -> file.version().equals(version)).findFirst();
    }
}
