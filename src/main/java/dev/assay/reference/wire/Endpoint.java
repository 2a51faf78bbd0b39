package dev.assay.reference.wire;

/** Answers requests; may block. */
@FunctionalInterface
public interface Endpoint {

    /** The answer. */
    Answer answer(Request request);
}
