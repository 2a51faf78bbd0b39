package dev.assay.calibration;

/** A kind of registry cannot have a defect. */
public final class InexpressibleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** With the reason, for a user. */
    public InexpressibleException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
