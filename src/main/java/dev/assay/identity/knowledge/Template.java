package dev.assay.identity.knowledge;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

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
        var place = PLACE.matcher(text);
        var filled = new StringBuilder(text.length());
        var done = 0;
        while (place.find()) {
            filled.append(text, done, place.start()).append(values.apply(place.group(1)));
            done = place.end();
        }
        return filled.append(text, done, text.length()).toString();
    }
}
