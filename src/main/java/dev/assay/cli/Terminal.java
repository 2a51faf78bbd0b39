package dev.assay.cli;

import dev.assay.report.ConsoleStyle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What the user's terminal can show. */
record Terminal(boolean interactive, ConsoleStyle style) {

    /** Colours and moving lines on a terminal, unless NO_COLOR is set; plain text when piped. */
    static Terminal of(CommandLine line) {
        var colours = Ansi.AUTO.enabled() && System.getenv("NO_COLOR") == null;
        return new Terminal(System.console() != null && colours, ConsoleStyle.of(colours));
    }
}
