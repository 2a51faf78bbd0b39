package dev.assay.cli;

import dev.assay.comparison.Comparison;
import dev.assay.report.ComparisonText;
import dev.assay.report.ConsoleSummary;
import dev.assay.result.Result;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run says at its end, and its exit code.
 *
 * @param console where it says it
 */
record Ending(PrintWriter console) {

    /**
     * Prints the summary, and what changed since a baseline.
     *
     * @param directory where the report is
     * @return the result's exit code, or with a baseline whether anything became worse
     */
    int of(Result result, Path directory, Optional<Baseline> baseline) {
        var terminal = Terminal.ofProcess();
        console.print(new ConsoleSummary(terminal.colours(), terminal.unicode()).render(result, directory));
        var comparison = baseline.map(earlier -> Comparison.since(earlier.result(), result));
        comparison.ifPresent(changes -> console.print("\n" + ComparisonText.plain(changes)));
        console.flush();
        return comparison
                .map(changes -> changes.isRegression() ? ExitCode.FINDINGS : ExitCode.OK)
                .orElse(result.summary().exitCode());
    }
}
