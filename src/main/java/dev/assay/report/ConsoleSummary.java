package dev.assay.report;

import dev.assay.result.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run prints at its end: a line for each chapter, then the findings, then the hallmark and where to read on. Lines
 * have at most 100 columns; only a longer word makes a longer line.
 *
 * <p>After a chapter's title stands one mark for each of its requirements, in catalogue order; then the scenarios by
 * verdict; then the numbers of the requirements that are not passed, each behind its mark.
 */
public final class ConsoleSummary {
    private final Ink ink;

    /**
     * A summary for a certain terminal.
     *
     * @param colours whether the terminal understands ANSI escape sequences, and nobody asked for plain text
     * @param unicode whether the terminal's character set goes beyond ASCII
     */
    public ConsoleSummary(boolean colours, boolean unicode) {
        this.ink = new Ink(colours, unicode);
    }

    /** The text, ended by a line feed. */
    public String render(Result result) {
        return String.join("\n", lines(result)) + "\n";
    }

    /**
     * The text, and where the reports are; ended by a line feed.
     *
     * @param directory the run's directory, as the user should read it
     */
    public String render(Result result, Path directory) {
        var lines = lines(result);
        lines.add("Report    " + directory.resolve(HtmlReport.NAME));
        return String.join("\n", lines) + "\n";
    }

    private List<String> lines(Result result) {
        List<String> lines = new ArrayList<>();
        for (var run : result.runs()) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of("", ""));
            lines.addAll(new ConsoleRun(ink, result, run).lines());
        }
        return lines;
    }
}
