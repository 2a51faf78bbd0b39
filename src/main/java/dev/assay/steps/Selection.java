package dev.assay.steps;

import java.util.Collection;

/** Which scenarios take part, and what they are called. */
public interface Selection {
    /** Whether a scenario with these tags takes part. */
    boolean includes(Collection<String> tags);

    /**
     * The scenario's stable id.
     *
     * @param place its URI and line, joined by a colon
     */
    String nameOf(String place);
}
