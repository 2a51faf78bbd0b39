package dev.assay.cli;

import dev.assay.comparison.Comparison;
import dev.assay.report.ComparisonPage;
import dev.assay.report.ComparisonText;
import dev.assay.report.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what changed between two results. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Shows what changed between two results: verdicts, deviations, durations.",
        footer = {
            "",
            "Examples:",
            "  assay compare before/result.json reports/latest/result.json",
            "  assay compare A.json B.json --markdown changes.md --html changes.html",
            "",
            "Exit codes: 0 nothing became worse, 1 something did, 2 bad usage or environment."
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier result.json.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later result.json.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the changes as Markdown, too.")
    private Optional<Path> markdown = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the changes as an HTML page, too.")
    private Optional<Path> html = Optional.empty();

    @Override
    public Integer call() {
        var file = new ResultFile();
        var comparison = Comparison.of(file.read(before), file.read(after));
        markdown.ifPresent(to -> write(to, ComparisonText.markdown(comparison)));
        html.ifPresent(to -> write(to, ComparisonPage.render(comparison)));
        var out = spec.commandLine().getOut();
        out.print(ComparisonText.plain(comparison));
        out.flush();
        return comparison.isRegression() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Writes beside the file first and then moves, so that nobody sees half of it. */
    private static void write(Path file, String text) {
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageProblem(file + " cannot be written; name a file in a directory that can (" + e + ")");
        }
    }
}
