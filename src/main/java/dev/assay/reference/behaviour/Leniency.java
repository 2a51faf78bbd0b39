package dev.assay.reference.behaviour;

/** What becomes of input that a sound registry refuses. */
public enum Leniency {
    /** Refused, with a reason. */
    REFUSED,
    /** Accepted, as if nothing were wrong with it. */
    ACCEPTED,
    /** The registry crashes: a server error, which is no refusal. */
    SERVER_ERROR
}
