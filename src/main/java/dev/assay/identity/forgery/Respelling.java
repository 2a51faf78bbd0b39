package dev.assay.identity.forgery;

import java.util.Arrays;
import java.util.Locale;

/** Other ways to write a text, for templates: <code>${other-case:keyId}</code>. */
enum Respelling {
    OTHER_CASE,
    FULL_WIDTH,
    ARABIC_INDIC,
    ENCODED_DOT,
    CAPITAL_SUFFIX;

    /** The respelling with this name, in lower case with hyphens. */
    static Respelling named(String name) {
        return Arrays.stream(values())
                .filter(respelling ->
                        respelling.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A forgery uses the function '" + name + "', which does not exist"));
    }

    String of(String text) {
        return switch (this) {
            case OTHER_CASE -> LookAlikes.inOtherCase(text);
            case FULL_WIDTH -> LookAlikes.inFullWidth(text);
            case ARABIC_INDIC -> LookAlikes.inArabicIndicDigits(text);
            case ENCODED_DOT -> text.replace(".", "%2e");
            case CAPITAL_SUFFIX -> withCapitalSuffix(text);
        };
    }

    private static String withCapitalSuffix(String text) {
        var dot = text.lastIndexOf('.');
        return dot < 0 ? text : text.substring(0, dot) + text.substring(dot).toUpperCase(Locale.ROOT);
    }
}
