package dev.assay.identity.forgery;

/** A forgery cannot be made of this token, because it would change nothing; the message says why. */
public final class InapplicableForgery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InapplicableForgery(String message) {
        super(message);
    }
}
