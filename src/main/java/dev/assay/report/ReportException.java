package dev.assay.report;

/** A report could not be read or written; the message says what, where and what to do, and stands for itself. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A complaint about content. */
    public ReportException(String message) {
        super(message);
    }

    /** A complaint about the file system or a parser. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
