package dev.assay.safety;

/** Nothing is sent to a host, and why, and what the user can do. */
public final class NotAdmittedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAdmittedException(String message) {
        super(message);
    }
}
