package dev.assay.reference.core.token;

import dev.assay.reference.behaviour.ParsingRules.Alphabet;
import java.util.Base64;

/** Decodes base64url as strictly as a behaviour wants it (RFC 7515 §2, RFC 4648 §3). */
record Base64Text(Alphabet alphabet) {

    byte[] decode(String text) throws MalformedToken {
        var bytes = decodeLeniently(alphabet == Alphabet.LENIENT ? toUrlAlphabet(text) : text);
        if (alphabet == Alphabet.STRICT && !encode(bytes).equals(text)) {
            throw new MalformedToken("a part is padded or has stray bits");
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
        return text.replace('+', '-').replace('/', '_').replaceAll("[^A-Za-z0-9_-]", "");
    }
}
