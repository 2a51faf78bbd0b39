package dev.assay.reference.core.forge;

import org.jspecify.annotations.Nullable;

/** The forge could not be asked. */
public final class ForgeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What the forge did instead of an answer, and what came of it. */
    public ForgeUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
