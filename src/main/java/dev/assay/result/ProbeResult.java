package dev.assay.result;

import java.util.List;
import java.util.Optional;

/**
 * One happy exchange and publish, step by step: whether a profile describes its registry.
 *
 * @param assay version of the program
 * @param profile the profile's id
 * @param title the registry's name
 * @param target base URL that was driven
 * @param identityProvider id of the simulated identity provider
 * @param issuer the issuer of its tokens
 * @param runId part of every name that was used
 * @param steps in order
 * @param untouched members of the profile that describe an operation and were not exercised
 * @param exitCode 0 if every step was done, 1 if the profile and the registry do not fit together, 2 if they could not
 *     speak with each other
 */
public record ProbeResult(
        String assay,
        String profile,
        String title,
        String target,
        String identityProvider,
        String issuer,
        String runId,
        List<Step> steps,
        List<String> untouched,
        int exitCode) {

    public ProbeResult {
        steps = List.copyOf(steps);
        untouched = List.copyOf(untouched);
    }

    /** What became of a step. */
    public enum State {
        DONE,
        FAILED,
        /** The profile does not describe it, or somebody does it by hand. */
        LEFT_OUT,
        /** An earlier step that it builds on failed. */
        NOT_REACHED
    }

    /**
     * One step.
     *
     * @param title what is done, such as {@code exchange}
     * @param member the profile's member that says how
     * @param outcome one line
     * @param details further facts for the reader
     * @param token the ID token that the step is about, decoded, without its signature
     * @param conversation what was said
     * @param hints what to look at if it failed
     */
    public record Step(
            String title,
            String member,
            State state,
            String outcome,
            List<String> details,
            Optional<Message.DecodedToken> token,
            List<Said> conversation,
            List<String> hints) {
        public Step {
            details = List.copyOf(details);
            conversation = List.copyOf(conversation);
            hints = List.copyOf(hints);
        }
    }

    /** Something that was said, and why its answer was judged as it was. */
    public record Said(Message message, Explanation explanation) {}
}
