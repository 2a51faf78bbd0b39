package dev.assay.reference.behaviour;

/** What becomes of members of an exchange's request that have no meaning at the registry. */
public enum Further {
    /** Nothing, as if they were not there. */
    OVERLOOKED,
    /** They are believed, and what they ask for is granted. */
    HEEDED
}
