package dev.assay.identity.forgery;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Other ways to write a text, for templates: <code>${other-case:keyId}</code>. */
enum Respelling {
    OTHER_CASE(LookAlikes::inOtherCase),
    FULL_WIDTH(LookAlikes::inFullWidth),
    ARABIC_INDIC(LookAlikes::inArabicIndicDigits),
    ENCODED_DOT(text -> text.replace(".", "%2e")),
    CAPITAL_SUFFIX(Respelling::withCapitalSuffix);

    private final UnaryOperator<String> writing;

    Respelling(UnaryOperator<String> writing) {
        this.writing = writing;
    }

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
        return writing.apply(text);
    }

    private static String withCapitalSuffix(String text) {
        var dot = text.lastIndexOf('.');
        return dot < 0 ? text : text.substring(0, dot) + text.substring(dot).toUpperCase(Locale.ROOT);
    }
}
