package dev.assay.reference.administration;

/** A body that is not what the route expects; the message says why. */
final class UnreadableBody extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableBody(String message) {
        super(message);
    }
}
