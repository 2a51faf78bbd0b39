package dev.assay.reference.behaviour;

/**
 * How the times of an ID token are judged (RFC 7519 §4.1.4 to §4.1.6).
 *
 * @param leewaySeconds how far clocks may differ
 * @param expiry whether {@code exp} is compared with the clock
 * @param notBefore whether {@code nbf} is
 * @param issuedAt whether {@code iat} may lie in the future
 * @param form which spellings of a time are read
 * @param maximumLifetimeSeconds from {@code iat} to {@code exp}
 * @param unreadable a time that cannot be read
 */
public record TimeRules(
        int leewaySeconds,
        Checked expiry,
        Checked notBefore,
        Checked issuedAt,
        NumberForm form,
        Limit maximumLifetimeSeconds,
        Unreadable unreadable) {

    /** Whether a rule applies. */
    public enum Checked {
        CHECKED,
        IGNORED
    }

    /** Which spellings of a NumericDate are read. */
    public enum NumberForm {
        /** JSON numbers without fraction. */
        INTEGER,
        /** Any JSON number. */
        NUMBER,
        /** A JSON number, or a text that holds an integer. */
        NUMBER_OR_TEXT
    }

    /** What a time that cannot be read leads to. */
    public enum Unreadable {
        REFUSED,
        /** Treated as if the claim were absent. */
        AS_ABSENT,
        SERVER_ERROR
    }
}
