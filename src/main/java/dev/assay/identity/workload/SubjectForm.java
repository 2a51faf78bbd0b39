package dev.assay.identity.workload;

import java.util.Locale;

/** How {@code sub} names the repository. */
public enum SubjectForm {
    /** By names alone: {@code repo:octo-org/octo-repo:...}. */
    CLASSIC,
    /** By names and ids: {@code repo:octo-org@65/octo-repo@74:...}, the default for newer repositories. */
    IMMUTABLE;

    /** As a provider file spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
