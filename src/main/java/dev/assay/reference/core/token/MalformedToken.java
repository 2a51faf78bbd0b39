package dev.assay.reference.core.token;

/** Text that is not what it should be; the message says what is wrong with it. */
final class MalformedToken extends Exception {

    private static final long serialVersionUID = 1;

    MalformedToken(String message) {
        super(message);
    }
}
