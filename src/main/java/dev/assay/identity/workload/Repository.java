package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

/**
 * A repository on the forge.
 *
 * @param owner whose it is
 * @param name without the owner; can be renamed
 * @param id its number, which the forge never gives to another repository
 * @param visibility who can read it
 */
public record Repository(Owner owner, String name, long id, Visibility visibility) {

    public Repository {
        requireNonNull(owner, "owner");
        requireNonNull(name, "name");
        requireNonNull(visibility, "visibility");
        if (name.isEmpty() || id <= 0) {
            throw new IllegalArgumentException(
                    "A repository needs a name and a positive id, not '" + name + "', " + id);
        }
    }

    /** Owner and name, as in {@code octo-org/octo-repo}. */
    public String fullName() {
        return owner.login() + "/" + name;
    }

    public Repository withOwner(Owner other) {
        return new Repository(other, name, id, visibility);
    }

    public Repository withName(String other) {
        return new Repository(owner, other, id, visibility);
    }

    public Repository withId(long other) {
        return new Repository(owner, name, other, visibility);
    }

    public Repository withVisibility(Visibility other) {
        return new Repository(owner, name, id, other);
    }
}
