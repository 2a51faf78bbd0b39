package dev.assay.reference.dialect.nuget;

/** Numbers in digits and letters, as API keys hold them (NuGet/NuGetGallery ApiKeyV5.cs). */
final class Base62 {

    /** Digits first, then capitals. */
    static final String DIGITS_FIRST = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Capitals first, then small letters, as in Base64. */
    static final String CAPITALS_FIRST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Base62() {}

    /** The number without leading zeros, digits first. */
    static String of(long number) {
        if (number == 0) {
            return "0";
        }
        var text = new StringBuilder();
        for (var rest = number; rest > 0; rest /= DIGITS_FIRST.length()) {
            text.append(DIGITS_FIRST.charAt((int) (rest % DIGITS_FIRST.length())));
        }
        return text.reverse().toString();
    }

    /** The number, filled up with zeros before it; only its last digits if it has more than that. */
    static String of(long number, int width) {
        var padded = "0".repeat(width) + of(number);
        return padded.substring(padded.length() - width);
    }

    /** The number that such a text stands for. */
    static long value(String text) {
        return text.chars()
                .mapToLong(DIGITS_FIRST::indexOf)
                .reduce(0, (number, digit) -> number * DIGITS_FIRST.length() + digit);
    }
}
