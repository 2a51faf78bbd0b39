package dev.assay.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document cannot be used; the message has one line a problem, each with file, line and column. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** The problems in the order of their lines; at least one. */
    public InvalidDocumentException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong with the document. */
    public List<Problem> problems() {
        return problems;
    }
}
