package dev.assay.reference.dialect.nuget;

import java.util.Optional;

/** A request for a token that is refused before anybody looks at the ID token. */
final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final Optional<Integer> status;

    private RequestRefused(Optional<Integer> status, String text) {
        super(text);
        this.status = status;
    }

    /** Something in the request is not as it should be. */
    static RequestRefused malformed(String text) {
        return new RequestRefused(Optional.empty(), text);
    }

    /** The same, with a status of its own. */
    static RequestRefused with(int status, String text) {
        return new RequestRefused(Optional.of(status), text);
    }

    /** The status, if it is another one than that of malformed requests. */
    Optional<Integer> status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
