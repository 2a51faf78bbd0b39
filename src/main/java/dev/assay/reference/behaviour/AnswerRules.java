package dev.assay.reference.behaviour;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * How exchanges are answered.
 *
 * @param refusals status, code and text for every reason
 * @param shape whether refusals differ by reason
 * @param uniform the one refusal that is used if they do not
 * @param body how a refusal is written
 * @param cacheControl the value of {@code Cache-Control} on the answer; an empty text for no such header
 * @param echo what else answers contain
 */
public record AnswerRules(
        Map<Reason, RefusalText> refusals,
        Shape shape,
        RefusalText uniform,
        Body body,
        String cacheControl,
        Echo echo) {

    /** Checks that every reason has a text. */
    public AnswerRules {
        for (var reason : Reason.values()) {
            if (!refusals.containsKey(reason)) {
                throw new IllegalArgumentException("refusals lacks an entry for " + reason);
            }
        }
    }

    /** What is answered for this reason. */
    public RefusalText textFor(Reason reason) {
        return shape == Shape.UNIFORM ? uniform : requireNonNull(refusals.get(reason));
    }

    /**
     * How one refusal is answered.
     *
     * @param status the HTTP status
     * @param code for programs
     * @param description for people; {@code {detail}} stands for the particulars, {@code {explanation}} for what a
     *     dialect has to say about them in its own words, {@code {idToken}} for the token presented and
     *     {@code {policies}} for what is configured, of which the latter two must not be shown
     */
    public record RefusalText(int status, String code, String description) {}

    /** Whether refusals differ by reason. */
    public enum Shape {
        BY_REASON,
        UNIFORM
    }

    /** How a refusal is written. */
    public enum Body {
        JSON,
        /** JSON without a code. */
        JSON_WITHOUT_CODE,
        HTML,
        EMPTY
    }

    /** What else answers contain. */
    public enum Echo {
        NOTHING,
        /** The ID token, where its exchange succeeds. */
        ID_TOKEN,
        /** The credential that was refused. */
        CREDENTIAL_IN_REFUSALS,
        /** The registry token can be read again from the package's events. */
        REGISTRY_TOKEN_IN_EVENTS
    }
}
