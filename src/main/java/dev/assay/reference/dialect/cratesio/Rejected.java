package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.wire.Answer;

/** A request that is answered with an error (src/util/errors.rs). */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    /** {@code detail} is all that a client learns besides the status. */
    Rejected(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static Rejected notFound() {
        return new Rejected(404, "Not Found");
    }

    static Rejected noCrate(String name) {
        return new Rejected(404, "crate `%s` does not exist".formatted(name));
    }

    Answer answer() {
        return Replies.error(status, String.valueOf(getMessage()));
    }
}
