package dev.assay.identity.knowledge;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text with places to fill in: <code>${name}</code>. A name may hold anything but braces. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]*)}");

    private Template() {}

    /**
     * Fills every place.
     *
     * @param values gives the text for a name; may throw to refuse an unknown one
     */
    public static String fill(String text, UnaryOperator<String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }

    /** The names that occur in a text, in order. */
    public static Stream<String> names(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1));
    }
}
