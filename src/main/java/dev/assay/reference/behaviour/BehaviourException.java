package dev.assay.reference.behaviour;

/** A behaviour, or a change of one, that cannot be used; the message says which, where and why. */
public final class BehaviourException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BehaviourException(String message) {
        super(message);
    }

    BehaviourException(String message, Throwable cause) {
        super(message, cause);
    }
}
