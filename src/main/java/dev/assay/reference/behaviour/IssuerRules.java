package dev.assay.reference.behaviour;

/**
 * Which issuers are believed.
 *
 * @param match how {@code iss} is compared with the issuers that are supported (RFC 8725 §3.8)
 * @param nonText an {@code iss} that is an array or an object
 * @param unknown what an issuer that is not supported leads to
 * @param recheckedAfterVerification whether {@code iss} of the verified payload must be the one that chose the keys
 * @param separatesPolicies whether a policy is matched only by tokens of its own issuer
 */
public record IssuerRules(
        TextMatch match,
        NonText nonText,
        Unknown unknown,
        boolean recheckedAfterVerification,
        boolean separatesPolicies) {

    /** What an {@code iss} that is no text leads to. */
    public enum NonText {
        REFUSED,
        SERVER_ERROR,
        /** The first text in the array is taken. */
        FIRST_ELEMENT
    }

    /** What an issuer that is not supported leads to. */
    public enum Unknown {
        /** Refused without any request. */
        REFUSED,
        /** Its discovery document is fetched, then the token is refused: a server-side request forgery. */
        CONTACTED
    }
}
