package dev.assay.reference.core.registry;

/**
 * A maintainer.
 *
 * @param name unique in this registry
 * @param session the credential of the administration
 */
public record Account(String name, String session) {

    /** Never shows the session. */
    @Override
    public String toString() {
        return name;
    }
}
