package dev.assay.cli;

/** What a command's exit code means. The codes of a run stand in its result. */
final class ExitCode {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int BAD_USAGE = 2;

    private ExitCode() {}
}
