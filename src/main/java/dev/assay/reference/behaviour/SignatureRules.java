package dev.assay.reference.behaviour;

import java.util.List;

/**
 * How the signature is verified.
 *
 * @param verification whether it is verified at all
 * @param algorithms the values of {@code alg} that are accepted
 * @param algorithmMatch how {@code alg} is compared with them (RFC 7515 §4.1.1: exactly)
 * @param unsecured what {@code alg} none leads to (RFC 8725 §3.2)
 * @param publicKeyAsSecret whether a keyed hash made with the issuer's public key is accepted (CVE-2016-10555)
 * @param guessableSecrets shared secrets whose keyed hash is accepted
 * @param oddAlgorithm an {@code alg} that is no text, or that is for keys of another type than the one found
 * @param actor what a token says of its actor that comes along with the ID token (RFC 8693 §2.1)
 */
public record SignatureRules(
        Verification verification,
        List<String> algorithms,
        TextMatch algorithmMatch,
        Unsecured unsecured,
        Leniency publicKeyAsSecret,
        List<String> guessableSecrets,
        Leniency oddAlgorithm,
        Further actor) {

    /** Whether the signature is verified. */
    public enum Verification {
        REQUIRED,
        SKIPPED,
        /** Not verified when the third part is empty. */
        SKIPPED_WHEN_EMPTY,
        /** Only looked up: any signature passes if the key id is known. */
        KEY_ID_ONLY,
        /** Not verified when a token of this issuer and {@code jti} was verified before. */
        ONCE_FOR_EACH_ID,
        /** Not verified when {@code alg} is unknown to the library. */
        SKIPPED_WHEN_UNKNOWN_ALGORITHM
    }

    /** What {@code alg} none leads to. */
    public enum Unsecured {
        REFUSED,
        ACCEPTED,
        /** Only the spelling {@code none} is refused. */
        OTHER_SPELLINGS_ACCEPTED;

        /** Whether a token with this {@code alg} needs no signature. */
        public boolean accepts(String algorithm) {
            return switch (this) {
                case REFUSED -> false;
                case ACCEPTED -> algorithm.equalsIgnoreCase("none");
                case OTHER_SPELLINGS_ACCEPTED -> algorithm.equalsIgnoreCase("none") && !algorithm.equals("none");
            };
        }
    }
}
