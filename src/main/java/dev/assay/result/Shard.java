package dev.assay.result;

import java.util.List;

/**
 * A part of the suite that was run for itself, to be merged with the others.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 * @param scenarios ids of the part's scenarios, in feature order; no other part has any of them
 */
public record Shard(int index, int count, List<String> scenarios) {

    /** Such as {@code shard 1 of 3}. */
    public String title() {
        return "shard " + index + " of " + count;
    }

    /** Such as {@code ci-shard-1-of-3} for a run that is called {@code ci}. */
    public String nameWithin(String runId) {
        return runId + "-shard-" + index + "-of-" + count;
    }
}
