package dev.assay.reference.behaviour;

/**
 * How the text of an ID token is taken apart.
 *
 * @param maximumTokenBytes longer tokens are refused before anything is decoded
 * @param maximumDepth nesting of arrays and objects, counting the outermost as 1
 * @param surroundingSpace white space around the token (RFC 7515 §2)
 * @param alphabet which spellings of base64url are decoded (RFC 7515 §2, RFC 4648 §3)
 * @param jsonSerialisation a JWS in JSON serialisation instead of a compact one (RFC 7519 §1)
 * @param duplicateMembers which of two members with one name counts (RFC 7519 §4)
 * @param malformed text that is no JWS at all
 * @param nonObject a header or payload that is JSON, but no object
 * @param brokenText octets that are not UTF-8
 * @param trailingText text after the end of the JSON object
 * @param encrypted a JWE (RFC 7516 §9)
 * @param nested a JWT as payload of a JWT (RFC 7519 §5.2)
 * @param criticalHeaders names in {@code crit} that are not understood (RFC 7515 §4.1.11)
 * @param unencodedPayload the header {@code b64} with the value false (RFC 7797 §7)
 * @param type the header {@code typ}
 * @param keyIdType a {@code kid} that is no text
 * @param headerTypes whether other members of the header, used or not, must have the types of RFC 7515
 */
public record ParsingRules(
        Limit maximumTokenBytes,
        Limit maximumDepth,
        SurroundingSpace surroundingSpace,
        Alphabet alphabet,
        Leniency jsonSerialisation,
        DuplicateMembers duplicateMembers,
        Malformed malformed,
        Malformed nonObject,
        Leniency brokenText,
        Leniency trailingText,
        Encrypted encrypted,
        Nested nested,
        Leniency criticalHeaders,
        UnencodedPayload unencodedPayload,
        TokenType type,
        Leniency keyIdType,
        HeaderTypes headerTypes) {

    /** White space around the token. */
    public enum SurroundingSpace {
        REFUSED,
        TRIMMED
    }

    /** Which spellings of base64url are decoded. */
    public enum Alphabet {
        /** Without padding, with canonical unused bits. */
        STRICT,
        /** Also with padding or with non-zero unused bits. */
        PADDED_TOO,
        /** Also with padding, and in the standard alphabet or a mixture of both, but with canonical unused bits. */
        EITHER_PADDED_TOO,
        /** Also the standard alphabet, and characters outside of it are skipped. */
        LENIENT,
        /** As PyJWT decodes: skips like the above, but pads by the length of the text before anything is skipped. */
        AS_PY_JWT
    }

    /** Which of two members with the same name counts. */
    public enum DuplicateMembers {
        REFUSED(Pick.NONE, Pick.NONE),
        LAST_WINS(Pick.LAST, Pick.LAST),
        FIRST_WINS(Pick.FIRST, Pick.FIRST),
        /** The unverified reading, which selects the issuer, differs from the verified one. */
        FIRST_WINS_FOR_ISSUER(Pick.FIRST, Pick.LAST),
        LAST_WINS_FOR_ISSUER(Pick.LAST, Pick.FIRST);

        private final Pick unverified;
        private final Pick verified;

        DuplicateMembers(Pick unverified, Pick verified) {
            this.unverified = unverified;
            this.verified = verified;
        }

        /** For the first reading, which selects the issuer. */
        public Pick unverified() {
            return unverified;
        }

        /** For the reading that everything else is decided on. */
        public Pick verified() {
            return verified;
        }
    }

    /** The member that is taken when a name occurs twice. */
    public enum Pick {
        NONE,
        FIRST,
        LAST
    }

    /** What malformed input yields. */
    public enum Malformed {
        REFUSED,
        SERVER_ERROR
    }

    /** What becomes of a JWE. */
    public enum Encrypted {
        REFUSED,
        SERVER_ERROR,
        /** A server error if the header names algorithms that are known, as nobody has a key to decrypt with. */
        DECRYPTED,
        /** Parts beyond the third are dropped and the rest is read as a JWS. */
        READ_AS_SIGNED
    }

    /** What becomes of a token whose payload is itself a compact token. */
    public enum Nested {
        REFUSED,
        /** The inner token is verified and the outer one is not. */
        INNER_VERIFIED,
        /** The outer signature is verified and the inner claims are believed. */
        OUTER_VERIFIED
    }

    /** What becomes of an unencoded payload. */
    public enum UnencodedPayload {
        REFUSED,
        /** The header is not looked at: the payload is decoded as usual. */
        IGNORED,
        /** The payload is taken as it stands. */
        HONOURED
    }

    /** Whether members of the header must have their types. */
    public enum HeaderTypes {
        IGNORED,
        CHECKED
    }

    /** Which values of {@code typ} are accepted. */
    public enum TokenType {
        ANY,
        /** Absent, or {@code JWT} in any case, with or without {@code application/} (RFC 7519 §5.1). */
        JWT_OR_ABSENT,
        JWT_ONLY;

        /** Whether a header with this {@code typ} is accepted; an empty text stands for an absent one. */
        public boolean accepts(String type) {
            var isJwt = type.equalsIgnoreCase("JWT") || type.equalsIgnoreCase("application/jwt");
            return switch (this) {
                case ANY -> true;
                case JWT_OR_ABSENT -> type.isEmpty() || isJwt;
                case JWT_ONLY -> isJwt;
            };
        }
    }
}
