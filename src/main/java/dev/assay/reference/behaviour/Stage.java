package dev.assay.reference.behaviour;

/** When a comparison with a policy is made. */
public enum Stage {
    /** While policies are looked up: a mismatch means that there is no policy. */
    LOOKUP,
    /** After a policy was found: a mismatch is reported by name. */
    CHECK
}
