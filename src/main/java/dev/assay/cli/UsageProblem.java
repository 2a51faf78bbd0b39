package dev.assay.cli;

/** The command cannot do what it was asked, for a reason the user can mend: what, where, what to do. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
