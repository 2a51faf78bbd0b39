package dev.assay.result;

import java.util.List;
import java.util.Optional;

/**
 * One scenario's verdict and the evidence for it.
 *
 * @param id stable: feature, scenario and outline row as a path, such as {@code jwt/audience/another-registry}
 * @param name as written in the feature
 * @param feature title of the feature
 * @param location feature file and line, such as {@code features/jwt/audience.feature:12}
 * @param requirements ids of the requirements it bears on
 * @param verdict its verdict
 * @param expected whether the verdict was foretold by a deviation of the profile
 * @param reason why it is not passed: one line for a person
 * @param durationMs wall time in milliseconds
 * @param steps the sentences of the scenario, in order
 * @param conversation every message on the wire, in order, without secrets
 */
public record ScenarioResult(
        String id,
        String name,
        String feature,
        String location,
        List<String> requirements,
        Verdict verdict,
        boolean expected,
        Optional<String> reason,
        long durationMs,
        List<StepResult> steps,
        List<Message> conversation) {

    /** The reason of a scenario that the user did not ask for. */
    public static final String NOT_SELECTED = "not selected by --tags";
    /** The reason of a scenario that is another shard's. */
    public static final String LEFT_TO_ANOTHER_SHARD = "left to another shard";

    /** Whether the user asked for it. */
    public boolean wasSelected() {
        return !hasReason(NOT_SELECTED);
    }

    /** Whether it is another shard's. */
    public boolean wasLeftToAnotherShard() {
        return hasReason(LEFT_TO_ANOTHER_SHARD);
    }

    private boolean hasReason(String known) {
        return reason.filter(known::equals).isPresent();
    }
}
