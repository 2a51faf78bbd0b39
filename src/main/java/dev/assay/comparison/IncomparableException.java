package dev.assay.comparison;

/** Two results that cannot be compared: why, and what to do. */
public final class IncomparableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncomparableException(String message) {
        super(message);
    }
}
