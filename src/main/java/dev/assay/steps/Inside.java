package dev.assay.steps;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that show the inside of a program: stack traces, paths of its machine, its database's language. */
final class Inside {
    private static final String SOURCE_PLACE = "(?:file://|node:|webpack:|/|[A-Za-z]:\\\\)[^\\s()\"']*";

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private static final List<Pattern> SIGNS = List.of(
            // Python
            Pattern.compile("Traceback \\(most recent call last|Traceback:|File \"[^\"]+\\.py\", line \\d+"),
            // Java and other languages of its machine
            Pattern.compile("\\bat [\\w$./@]+\\.[\\w$<>]+\\((?:[\\w$]+\\.(?:java|kt|scala|groovy|clj)(?::\\d+)?"
                    + "|Native Method|Unknown Source)\\)"),
            Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): [^\\n]*\\n\\s*at "),
            // V8: Node, Deno
            Pattern.compile("\\bat (?:[\\w$.<> \\[\\]]+ \\()?" + SOURCE_PLACE + ":\\d+:\\d+\\)?"),
            Pattern.compile("\\bat (?:async )?(?:Object|Module|Function)\\.[\\w$<>.]+ \\("),
            // Go
            Pattern.compile(
                    "\\bgoroutine \\d+ \\[|\\b[\\w-]+\\.go:\\d+|runtime error: (?:invalid memory|index out of)"),
            // Ruby
            Pattern.compile("\\.rb:\\d+:in |\\bNoMethodError\\b|undefined method [`'\"]"),
            // Rust
            Pattern.compile("panicked at|\\.rs:\\d+:\\d+|RUST_BACKTRACE"),
            // PHP
            Pattern.compile(
                    "\\.php(?:\\(\\d+\\)|</b>)?:? ?on line |\\.php(?::|\\()\\d+|\\.php\\S{0,6} on line \\S{0,3}\\d+"),
            // .NET
            Pattern.compile("\\bat [\\w.`<>\\[\\]+]+\\([^)\\n]*\\) in (?:[A-Za-z]:\\\\|/)"),
            Pattern.compile("\\n\\s*at (?:[A-Z]\\w*\\.)+[\\w`<>]+\\([^)\\n]*\\)"),
            // where it lies
            Pattern.compile("(?<!(?:href|src|action)=[\"'])(?<![\\w.:/-])/(?:usr|home)/\\w"),
            // databases
            Pattern.compile("\\bSELECT\\b.+\\bFROM\\b|\\bINSERT INTO\\b|violates \\w+(?: \\w+)? constraint|SQLSTATE"));

    private Inside() {}

    /** What of the inside a text shows, if it does; as it stands, or written as JSON or HTML. */
    static Optional<String> shownIn(String text) {
        return Stream.of(text, unescaped(text))
                .flatMap(form -> SIGNS.stream().map(sign -> sign.matcher(form)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String unescaped(String text) {
        var plain = ESCAPE.matcher(text).replaceAll(escape -> switch (escape.group(1)) {
            case "n", "r" -> "\n";
            case "t" -> "\t";
            default -> Matcher.quoteReplacement(escape.group(1));
        });
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }
}
