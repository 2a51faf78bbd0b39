package dev.assay.reference.behaviour;

import java.util.List;

/**
 * A part of a behaviour that rests on less than the registry's source.
 *
 * @param requirements ids of the requirements whose verdicts depend on it
 * @param basis what it rests on
 * @param note what is assumed, for readers of a report
 * @param source where that comes from
 */
public record EvidenceNote(List<String> requirements, Basis basis, String note, String source) {

    /** What a statement about a registry rests on. */
    public enum Basis {
        SOURCE,
        DOCUMENTATION,
        /** Reasoned from what is known, not proven. */
        INFERRED,
        /** Nobody outside knows; the model had to choose. */
        UNKNOWN
    }
}
