package dev.assay.identity.knowledge;

/** A knowledge file is missing, unreadable, or says something it may not; the message names file, place and expectation. */
public final class KnowledgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KnowledgeException(String message) {
        super(message);
    }

    public KnowledgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
