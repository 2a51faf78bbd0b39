package dev.assay.identity.workload;

import java.util.Locale;

/** Who can read a repository. */
public enum Visibility {
    PUBLIC,
    PRIVATE,
    INTERNAL;

    /** As tokens and the forge's API spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
