package dev.assay.reference.core.forge;

/** The forge could not be asked. */
public final class ForgeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForgeUnavailable(String message) {
        super(message);
    }
}
