package dev.assay.reference.dialect.nuget;

/** A request for a token that is refused before anybody looks at the ID token. */
final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    RequestRefused(int status, String text) {
        super(text);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
