package dev.assay.reference.core;

import java.util.List;

/** An upload that is refused. */
public final class UploadRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final List<Objection> objections;

    UploadRefused(List<Objection> objections, String message) {
        super(message);
        this.objections = List.copyOf(objections);
    }

    /** Every reason, in the order in which they were found; at least one. */
    public List<Objection> objections() {
        return objections;
    }

    /** The package or file that is concerned. */
    public String subject() {
        return String.valueOf(getMessage());
    }
}
