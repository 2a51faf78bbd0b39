package dev.assay.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes absolute paths of feature files relative, wherever they stand in a text. */
final class FeaturePath {
    private static final String START = "(?:jar:)?(?:file:/*)?(?:/|[A-Za-z]:[\\\\/])";
    private static final Pattern WHOLE = Pattern.compile(START + "[^\\n]*\\.feature(?::\\d+)*");
    private static final Pattern WITHIN =
            Pattern.compile("(?<![\\w.%:/\\\\-])" + START + "[^\\s\"'<>()]*?\\.feature\\b");

    private FeaturePath() {}

    /** The path from the folder {@code features} on, or else the file's name alone. */
    static String relative(String text) {
        if (!text.contains(".feature")) {
            return text;
        }
        var whole = WHOLE.matcher(text);
        return whole.matches()
                ? shortened(whole.toMatchResult())
                : WITHIN.matcher(text).replaceAll(FeaturePath::quoted);
    }

    private static String quoted(MatchResult match) {
        return Matcher.quoteReplacement(shortened(match));
    }

    private static String shortened(MatchResult match) {
        var path = match.group().replace('\\', '/');
        int folder = path.lastIndexOf("/features/");
        return path.substring((folder < 0 ? path.lastIndexOf('/') : folder) + 1);
    }
}
