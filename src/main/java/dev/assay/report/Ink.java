package dev.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * How text is put on a terminal: with colours or without, in Unicode or in ASCII, in lines of at most 100 columns. Styles
 * are set around finished text and never read out of it, because the text may come from a stranger.
 */
record Ink(boolean colours, boolean unicode) {
    static final int COLUMNS = 100;

    String symbol(Mark mark) {
        return unicode ? mark.symbol() : mark.ascii();
    }

    /** A line as this terminal can show it. */
    String line(String text) {
        var line = VisibleText.line(text);
        return unicode
                ? line
                : line.replace("’", "'")
                        .replace("…", "...")
                        .replace("→", "->")
                        .replaceAll("⟨(U\\+[0-9A-F]+)⟩", "<$1>")
                        .replaceAll("[^\\x20-\\x7E]", "?");
    }

    String bold(String text) {
        return styled(text, Style.bold);
    }

    String in(Mark mark, String text) {
        return switch (mark) {
            case PASSED -> styled(text, Style.fg_green);
            case FAILED -> styled(text, Style.fg_red, Style.bold);
            case CANT_TELL -> styled(text, Style.fg_magenta);
            case EXPECTED -> styled(text, Style.fg_yellow);
            case UNTESTED, INAPPLICABLE, NOTHING_APPLICABLE -> styled(text, Style.faint);
        };
    }

    /** Breaks text between words; every line is indented. A longer word stands alone on its line. */
    List<String> wrapped(String text, int indent) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : line(text).split(" ")) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > COLUMNS) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(" ".repeat(indent) + line);
        return lines;
    }

    private String styled(String text, IStyle... styles) {
        return colours ? Stream.of(styles).map(IStyle::on).reduce("", String::concat) + text + Style.reset.on() : text;
    }
}
