package dev.assay.reference.dialect.rubygems;

/** Bytes that are no gem; the message says why. */
final class InvalidGem extends Exception {

    private static final long serialVersionUID = 1;

    InvalidGem(String message) {
        super(message);
    }
}
