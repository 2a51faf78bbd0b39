package dev.assay.reference.behaviour;

import java.util.List;

/**
 * Which events may have started the run.
 *
 * @param claim the claim that names the event
 * @param refused events that are refused
 * @param allowed if not empty, the only events that are allowed
 * @param match how an event is compared with the refused ones
 * @param missing a token without the claim
 */
public record TriggerRules(
        String claim, List<String> refused, List<String> allowed, TextMatch match, Leniency missing) {

    /** Whether a run that this event started may publish. */
    public boolean accepts(String event) {
        return refused.stream().noneMatch(name -> match.matches(name, event))
                && (allowed.isEmpty() || allowed.contains(event));
    }

    /** A copy that accepts every event. */
    TriggerRules unrestricted() {
        return new TriggerRules(claim, List.of(), List.of(), match, missing);
    }
}
