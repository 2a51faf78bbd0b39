package dev.assay.reference.core.failure;

import static java.util.Objects.requireNonNull;

import dev.assay.reference.behaviour.Reason;

/** An exchange that is refused: which step failed, and the particulars. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** {@code detail} says what failed and must contain no secret. */
    public Refused(Reason reason, String detail) {
        super(requireNonNull(detail, "detail"));
        this.reason = requireNonNull(reason, "reason");
    }

    /** The step that failed. */
    public Reason reason() {
        return reason;
    }

    /** The particulars. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
