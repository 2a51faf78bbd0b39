package dev.assay.identity.forgery;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Texts that are near a given one. */
final class LookAlikes {

    private static final String LATIN = "aceijopsxyABCEHIKMOPTX";
    /** Cyrillic letters that look like the Latin ones above (Unicode UTS #39, confusables). */
    private static final String CYRILLIC = "асеіјорѕхуАВСЕНІКМОРТХ";

    private static final String FOLDED = "kKiIsS";
    /** Kelvin sign, dotless i, I with a dot, long s: case folding turns them into the letters above. */
    private static final String FOLDS_TO_THEM = "\u212a\u212a\u0131\u0130\u017f\u017f";

    private static final int FULL_WIDTH_OFFSET = 0xff01 - '!';
    private static final char ARABIC_INDIC_ZERO = '\u0660';
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
                return replaced(text, i, (char) (c + FULL_WIDTH_OFFSET));
            }
        }
        return text;
    }

    static String folded(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = FOLDED.indexOf(text.charAt(i));
            if (letter >= 0) {
                return replaced(text, i, FOLDS_TO_THEM.charAt(letter));
            }
        }
        return text;
    }

    /** Letters and digits only: what separates the parts of a text stays. */
    static String inFullWidth(String text) {
        return mapped(text, c -> c < 0x7f && Character.isLetterOrDigit(c) ? (char) (c + FULL_WIDTH_OFFSET) : c);
    }

    static String inArabicIndicDigits(String text) {
        return mapped(text, c -> c >= '0' && c <= '9' ? (char) (ARABIC_INDIC_ZERO + c - '0') : c);
    }

    static String withInvisibleCharacter(String text) {
        var middle = text.length() / 2;
        return text.substring(0, middle) + ZERO_WIDTH_SPACE + text.substring(middle);
    }

    /** A text of the same shape: digits and letters become others of their kind; hexadecimal digits stay hexadecimal. */
    static String scrambled(String text) {
        return mapped(text, LookAlikes::scrambled);
    }

    private static Character scrambled(Character c) {
        if (c >= '0' && c <= '9') {
            return (char) ('1' + (c - '0' + 1) % 9);
        }
        if (c >= 'a' && c <= 'f') {
            return (char) ('a' + (c - 'a' + 1) % 6);
        }
        return c >= 'g' && c <= 'z' ? (char) ('g' + (c - 'g' + 1) % 20) : c;
    }

    private static String mapped(String text, UnaryOperator<Character> change) {
        var other = new StringBuilder(text.length());
        text.chars().forEach(c -> other.append((char) change.apply((char) c)));
        return other.toString();
    }

    private static String replaced(String text, int index, char c) {
        return text.substring(0, index) + c + text.substring(index + 1);
    }
}
