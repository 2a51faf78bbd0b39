package dev.assay.cli;

import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import dev.assay.run.Progress;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Shows how far a run is: one moving line on a terminal, a line for every quarter elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 30;
    private static final int QUARTERS = 4;

    private final PrintWriter err;
    private final String title;
    private final boolean moving;
    private int failed;
    private int quarter;

    private ConsoleProgress(PrintWriter err, String title, boolean moving) {
        this.err = err;
        this.title = title;
        this.moving = moving;
    }

    static ConsoleProgress of(CommandLine line, String title) {
        return new ConsoleProgress(line.getErr(), title, Terminal.ofProcess().interactive());
    }

    @Override
    public void ended(ScenarioResult scenario, int done, int total) {
        if (scenario.verdict() == Verdict.FAILED && !scenario.expected()) {
            failed++;
        }
        if (moving) {
            var filled = WIDTH * done / total;
            err.print("\r" + title + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total
                    + (failed > 0 ? ", " + failed + " failed" : ""));
            err.flush();
        } else if (QUARTERS * done / total > quarter) {
            quarter = QUARTERS * done / total;
            err.println(title + ": " + done + " of " + total + " scenarios"
                    + (failed > 0 ? ", " + failed + " failed" : ""));
            err.flush();
        }
    }

    /** The moving line ends. */
    void done() {
        if (moving) {
            err.print("\r" + " ".repeat(title.length() + WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
