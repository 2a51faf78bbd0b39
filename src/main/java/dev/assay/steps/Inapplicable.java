package dev.assay.steps;

import org.opentest4j.TestAbortedException;

/** The registry does not offer what the scenario is about. */
public final class Inapplicable extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    /** The reason, for a user. */
    public Inapplicable(String reason) {
        super(reason);
    }
}
