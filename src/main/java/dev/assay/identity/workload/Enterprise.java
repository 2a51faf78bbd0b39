package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

/**
 * The enterprise that owns a repository's owner.
 *
 * @param slug its name in URLs
 * @param id its number, which never changes
 */
public record Enterprise(String slug, long id) {

    public Enterprise {
        requireNonNull(slug, "slug");
    }
}
