package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Ways to write a token's part; only {@link #BASE64URL} is right (RFC 7515 §2). What is inserted is four characters long, so
 * that it does not matter to decoders which derive the padding from the length.
 */
enum Encoding {
    @JsonProperty("base64url")
    BASE64URL {
        @Override
        String encode(byte[] bytes) {
            return base64url(bytes);
        }
    },
    @JsonProperty("padded")
    PADDED {
        @Override
        String encode(byte[] bytes) {
            return Base64.getUrlEncoder().encodeToString(bytes);
        }
    },
    @JsonProperty("over-padded")
    OVER_PADDED {
        @Override
        String encode(byte[] bytes) {
            return base64url(bytes) + "====";
        }
    },
    @JsonProperty("standard-alphabet")
    STANDARD_ALPHABET {
        @Override
        String encode(byte[] bytes) {
            return Base64.getEncoder().withoutPadding().encodeToString(bytes);
        }
    },
    @JsonProperty("mixed-alphabets")
    MIXED_ALPHABETS {
        @Override
        String encode(byte[] bytes) {
            return base64url(bytes).replace('-', '+');
        }

        @Override
        boolean shows(byte[] bytes) {
            var text = encode(bytes);
            return text.contains("+") && text.contains("_");
        }
    },
    /** The bits of the last character that carry nothing are not zero (RFC 4648 §3.5). */
    @JsonProperty("unused-bits")
    UNUSED_BITS {
        @Override
        String encode(byte[] bytes) {
            var text = base64url(bytes);
            var last = ALPHABET.indexOf(text.charAt(text.length() - 1));
            return text.substring(0, text.length() - 1) + ALPHABET.charAt(last | 1);
        }
    },
    @JsonProperty("line-broken")
    LINE_BROKEN {
        @Override
        String encode(byte[] bytes) {
            return inserted(base64url(bytes), "\r\n\r\n");
        }
    },
    @JsonProperty("blank-inside")
    BLANK_INSIDE {
        @Override
        String encode(byte[] bytes) {
            return inserted(base64url(bytes), "    ");
        }
    },
    @JsonProperty("tab-inside")
    TAB_INSIDE {
        @Override
        String encode(byte[] bytes) {
            return inserted(base64url(bytes), "\t\t\t\t");
        }
    },
    /** A character outside both alphabets, which careless decoders skip (RFC 4648 §3.3). */
    @JsonProperty("foreign-character")
    FOREIGN_CHARACTER {
        @Override
        String encode(byte[] bytes) {
            return inserted(base64url(bytes), "!!!!");
        }
    },
    /** One character more than whole groups: no octet string encodes to that length. */
    @JsonProperty("single-remainder")
    SINGLE_REMAINDER {
        @Override
        String encode(byte[] bytes) {
            var text = base64url(bytes);
            return text + "A".repeat(Math.floorMod(1 - text.length(), 4));
        }
    },
    @JsonProperty("percent-encoded")
    PERCENT_ENCODED {
        @Override
        String encode(byte[] bytes) {
            var text = base64url(bytes);
            return String.format("%%%02X", (int) text.charAt(0)) + text.substring(1);
        }
    },
    @JsonProperty("twice")
    TWICE {
        @Override
        String encode(byte[] bytes) {
            return base64url(base64url(bytes).getBytes(StandardCharsets.US_ASCII));
        }
    },
    /** Not encoded at all. */
    @JsonProperty("raw")
    RAW {
        @Override
        String encode(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    };

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    abstract String encode(byte[] bytes);

    /** Whether these octets look different in this encoding than they should; not all have characters that tell. */
    boolean shows(byte[] bytes) {
        return this == BASE64URL || !encode(bytes).equals(base64url(bytes));
    }

    /** Whether the encoding differs from the right one only for octet strings that are no whole groups of three. */
    boolean needsRemainder() {
        return this == PADDED || this == UNUSED_BITS;
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String inserted(String text, String foreign) {
        var middle = text.length() / 2;
        return text.substring(0, middle) + foreign + text.substring(middle);
    }
}
