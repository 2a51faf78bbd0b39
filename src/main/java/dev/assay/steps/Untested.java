package dev.assay.steps;

import org.opentest4j.TestAbortedException;

/** The scenario could apply, but cannot be run here and now. */
public final class Untested extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    /** The reason, for a user, and what would make it possible. */
    public Untested(String reason) {
        super(reason);
    }
}
