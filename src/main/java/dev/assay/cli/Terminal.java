package dev.assay.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * What the user's terminal can show.
 *
 * @param interactive whether a line can be written over
 * @param colours whether colours are wanted: on a terminal, unless NO_COLOR is set
 * @param unicode whether symbols beyond ASCII can be shown
 */
record Terminal(boolean interactive, boolean colours, boolean unicode) {

    static Terminal ofProcess() {
        var colours = Ansi.AUTO.enabled() && System.getenv("NO_COLOR") == null;
        var unicode = StandardCharsets.UTF_8.equals(Charset.defaultCharset());
        return new Terminal(System.console() != null && colours, colours, unicode);
    }
}
