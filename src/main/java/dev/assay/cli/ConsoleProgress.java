package dev.assay.cli;

import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import dev.assay.run.Progress;
import dev.assay.run.WaitingRoom.Countdown;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** Shows how far a run is: one moving line on a terminal, a line for every quarter elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 30;
    private static final int QUARTERS = 4;
    private static final int SAID_EVERY_SECONDS = 300;

    private final PrintWriter err;
    private final String title;
    private final boolean moving;
    private int failed;
    private int quarter;
    private long saidLeft = -1;

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

    @Override
    public void waiting(Countdown countdown) {
        var left = countdown.left().toSeconds();
        var text = "waiting for " + countdown.untilWhat() + " (" + countdown.scenarios()
                + (countdown.scenarios() == 1 ? " scenario): " : " scenarios): ")
                + String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60);
        if (moving) {
            err.print("\r" + title + ": " + text + " ".repeat(Math.max(0, WIDTH - title.length())));
            err.flush();
        } else if (left / SAID_EVERY_SECONDS != saidLeft) {
            saidLeft = left / SAID_EVERY_SECONDS;
            err.println(title + ": " + text);
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
