package dev.assay.reference.core.token;

import dev.assay.reference.behaviour.ParsingRules.Alphabet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Decodes base64url as strictly as a behaviour wants it (RFC 7515 §2, RFC 4648 §3). */
record Base64Text(Alphabet alphabet) {

    private static final int GROUP = 4;

    byte[] decode(String text) throws MalformedToken {
        if (alphabet == Alphabet.AS_PY_JWT) {
            return decodeLeniently(keptByPython(paddedByPyJwt(text)));
        }
        if (alphabet == Alphabet.EITHER_PADDED_TOO) {
            return decodeEither(text.replace('+', '-').replace('/', '_'));
        }
        var bytes = decodeLeniently(alphabet == Alphabet.LENIENT ? toUrlAlphabet(text) : text);
        if (alphabet == Alphabet.STRICT && !encode(bytes).equals(text)) {
            throw new MalformedToken("a part is padded or has stray bits");
        }
        return bytes;
    }

    private static byte[] decodeEither(String text) throws MalformedToken {
        var bytes = decodeLeniently(text);
        if (!encode(bytes).equals(text.replaceFirst("=+$", ""))) {
            throw new MalformedToken("a part has stray bits");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decodeLeniently(String text) throws MalformedToken {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedToken("a part is not base64url");
        }
    }

    private static String toUrlAlphabet(String text) {
        var kept = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var character = toUrl(text.charAt(i));
            if (isDigit(character)) {
                kept.append(character);
            }
        }
        return kept.toString();
    }

    private static char toUrl(char character) {
        return switch (character) {
            case '+' -> '-';
            case '/' -> '_';
            default -> character;
        };
    }

    /** Whether it stands for six bits in the alphabet of URLs. */
    private static boolean isDigit(char character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }

    /** jpadilla/pyjwt jwt/utils.py base64url_decode: the padding follows from the length in octets. */
    private static String paddedByPyJwt(String text) {
        var beyond = text.getBytes(StandardCharsets.UTF_8).length % GROUP;
        return beyond == 0 ? text : text + "=".repeat(GROUP - beyond);
    }

    /**
     * What is left of a text for Python's binascii.a2b_base64, which skips what it does not know, ends at sufficient
     * padding, and refuses an incomplete group.
     */
    private static String keptByPython(String text) throws MalformedToken {
        var kept = new StringBuilder(text.length());
        var padding = 0;
        for (var i = 0; i < text.length(); i++) {
            var character = toUrl(text.charAt(i));
            var position = kept.length() % GROUP;
            if (isDigit(character)) {
                kept.append(character);
                padding = 0;
            } else if (character == '=' && position >= 2 && position + ++padding >= GROUP) {
                return kept.toString();
            }
        }
        if (kept.length() % GROUP != 0) {
            throw new MalformedToken("a part is padded wrongly");
        }
        return kept.toString();
    }
}
