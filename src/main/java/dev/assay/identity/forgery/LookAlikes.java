package dev.assay.identity.forgery;

import java.util.Locale;

/** Texts that are near a given one. */
final class LookAlikes {

    private static final String LATIN = "aceijopsxyABCEHIKMOPTX";
    /** Cyrillic letters that look like the Latin ones above (Unicode UTS #39, confusables). */
    private static final String CYRILLIC = "асеіјорѕхуАВСЕНІКМОРТХ";

    private static final char FULL_WIDTH_ZERO = '\uff10';
    private static final char ZERO_WIDTH_SPACE = '\u200b';

    private LookAlikes() {}

    static String inOtherCase(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    static String ofOtherScript(String text) {
        for (var i = text.length() - 1; i >= 0; i--) {
            var c = text.charAt(i);
            var letter = LATIN.indexOf(c);
            if (letter >= 0) {
                return replaced(text, i, CYRILLIC.charAt(letter));
            }
            if (c >= '0' && c <= '9') {
                return replaced(text, i, (char) (FULL_WIDTH_ZERO + c - '0'));
            }
        }
        return text;
    }

    static String withInvisibleCharacter(String text) {
        var middle = text.length() / 2;
        return text.substring(0, middle) + ZERO_WIDTH_SPACE + text.substring(middle);
    }

    /** A text of the same shape: digits and letters become others of their kind; hexadecimal digits stay hexadecimal. */
    static String scrambled(String text) {
        var other = new StringBuilder(text.length());
        text.chars().forEach(c -> other.append(scrambled((char) c)));
        return other.toString();
    }

    private static char scrambled(char c) {
        if (c >= '0' && c <= '9') {
            return (char) ('1' + (c - '0' + 1) % 9);
        }
        if (c >= 'a' && c <= 'f') {
            return (char) ('a' + (c - 'a' + 1) % 6);
        }
        return c >= 'g' && c <= 'z' ? (char) ('g' + (c - 'g' + 1) % 20) : c;
    }

    private static String replaced(String text, int index, char c) {
        return text.substring(0, index) + c + text.substring(index + 1);
    }
}
