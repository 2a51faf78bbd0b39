package dev.assay.steps;

/** The registry did the opposite of what the requirement demands. */
public final class Finding extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** What it did, for a user. */
    public Finding(String what) {
        super(what);
    }
}
