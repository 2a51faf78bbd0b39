package dev.assay.reference.core.forge;

/** The forge could not be asked. */
public final class ForgeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What the forge did instead of an answer. */
    public ForgeUnavailable(String message) {
        super(message);
    }
}
