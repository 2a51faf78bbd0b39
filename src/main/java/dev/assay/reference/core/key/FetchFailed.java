package dev.assay.reference.core.key;

import dev.assay.reference.behaviour.KeyRules.FetchProblem;

/** A document that could not be had. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final FetchProblem problem;

    /** {@code message} says what was fetched and what went wrong. */
    public FetchFailed(FetchProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What kind of failure it was. */
    public FetchProblem problem() {
        return problem;
    }
}
