package dev.assay.reference.dialect.cratesio;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The form of registry tokens: {@code cio_tp_}, 31 random alphanumerics and one that checks them
 * (crates/crates_io_trustpub/src/access_token.rs).
 */
final class AccessToken {

    static final String PREFIX = "cio_tp_";
    static final int RAW_LENGTH = 31;

    /** What every token of the registry begins with, whatever its kind. */
    static final String COMMON_PREFIX = "cio";

    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern FORM = Pattern.compile("cio_tp_([A-Za-z0-9]{31})([A-Za-z0-9])");

    private AccessToken() {}

    /** The token around 31 random characters. */
    static String of(String prefix, String raw) {
        return prefix + raw + check(raw);
    }

    /** Whether a text has the form, the check included. */
    static boolean isWellFormed(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() && matcher.group(2).charAt(0) == check(matcher.group(1));
    }

    /** Alphanumerics made of hexadecimal digits, of which each takes eleven bits. */
    static String alphanumerics(String hexDigits, int length) {
        var number = new java.math.BigInteger(hexDigits, 16);
        var base = java.math.BigInteger.valueOf(CHECK_CHARACTERS.length());
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            var parts = number.divideAndRemainder(base);
            text.append(CHECK_CHARACTERS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return text.toString();
    }

    private static char check(String raw) {
        var sum = 0;
        for (var octet : raw.getBytes(StandardCharsets.US_ASCII)) {
            sum ^= octet;
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
