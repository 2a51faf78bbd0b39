package dev.assay.reference.core.failure;

/** A crash that the behaviour asks for where the modelled registry crashes too: answered with a server error. */
public final class ServerFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** {@code message} says what the modelled registry trips over. */
    public ServerFault(String message) {
        super(message);
    }
}
