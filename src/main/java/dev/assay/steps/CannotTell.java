package dev.assay.steps;

/** What was observed proves neither conformance nor its opposite. */
public final class CannotTell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was observed, for a user. */
    public CannotTell(String reason) {
        super(reason);
    }
}
