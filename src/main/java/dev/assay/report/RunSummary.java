package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.ChapterResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run on a page of Markdown, for the summary of a CI job: the hallmark, a line for each chapter, the findings. */
public final class RunSummary {
    /** The file's name within a run's directory. */
    public static final String NAME = "summary.md";

    private static final int SHOWN_FINDINGS = 50;
    private static final List<Mark> COLUMNS =
            List.of(Mark.PASSED, Mark.FAILED, Mark.EXPECTED, Mark.CANT_TELL, Mark.UNTESTED, Mark.NOTHING_APPLICABLE);

    private final Result result;
    private final List<String> lines = new ArrayList<>();

    private RunSummary(Result result) {
        this.result = result;
    }

    /** The page's text. */
    public static String render(Result result) {
        return new RunSummary(result).render();
    }

    /**
     * Writes the page, replacing what is there.
     *
     * @throws ReportException if the file cannot be written
     */
    public static void write(Result result, Path file) {
        try {
            Files.write(file, render(result).getBytes(UTF_8));
        } catch (IOException e) {
            throw new ReportException("Cannot write " + file + ": " + FileTrouble.reason(e), e);
        }
    }

    private String render() {
        lines.add("# Trusted publishing: " + escaped(result.runId()));
        result.shard().ifPresent(shard -> paragraph("**" + Parts.explained(shard) + ".**"));
        result.runs().forEach(this::run);
        return String.join("\n", lines) + "\n";
    }

    private void run(ProfileRun run) {
        var view = RunView.of(result, run, new Anchors(run));
        paragraph("## " + escaped(run.title()) + " with " + escaped(run.identityProvider()) + ": "
                + (view.hallmarked() ? "hallmark " + run.hallmark() : "no hallmark"));
        paragraph(view.hallmarkMeaning() + " Measured: " + escaped(view.measured()) + ". "
                + view.requirements().heading() + ": " + view.requirements().sentence() + ". "
                + view.scenarios().heading() + ": " + view.scenarios().sentence() + ".");
        lines.add("");
        lines.add("| chapter | " + COLUMNS.stream().map(Mark::word).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|" + "--:|".repeat(COLUMNS.size()));
        result.chapters().forEach(chapter -> chapter(chapter, run));
        findings(Finding.of(run), run);
    }

    private void chapter(ChapterResult chapter, ProfileRun run) {
        var marks = run.requirements().stream()
                .filter(requirement -> requirement.chapter().equals(chapter.id()))
                .map(Mark::of)
                .toList();
        if (!marks.isEmpty()) {
            lines.add("| " + chapter.id() + " " + escaped(chapter.title()) + " | "
                    + COLUMNS.stream()
                            .map(column -> marks.stream().filter(column::equals).count())
                            .map(count -> count == 0 ? "" : count.toString())
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
    }

    private void findings(List<Finding> findings, ProfileRun run) {
        if (findings.isEmpty()) {
            paragraph("No findings.");
            return;
        }
        paragraph("### Findings (" + findings.size() + ")");
        lines.add("");
        findings.stream().limit(SHOWN_FINDINGS).forEach(finding -> finding(finding, run));
        if (findings.size() > SHOWN_FINDINGS) {
            lines.add("- and " + (findings.size() - SHOWN_FINDINGS) + " more in the report");
        }
    }

    private void finding(Finding finding, ProfileRun run) {
        var name = (finding.requirement() + " " + finding.title()).strip();
        lines.add("- **" + escaped(finding.kind().heading()) + ": " + escaped(name) + "**"
                + reason(finding).map(why -> ": " + escaped(why)).orElse("") + source(finding, run));
    }

    private static Optional<String> reason(Finding finding) {
        var ofScenario = finding.scenarios().stream().findFirst().flatMap(ScenarioResult::reason);
        return finding.reason().isEmpty() ? ofScenario : Optional.of(finding.reason());
    }

    /** Where the requirement comes from: a summary may stand where the report's own pages cannot be reached. */
    private static String source(Finding finding, ProfileRun run) {
        return run.requirements().stream()
                .filter(requirement -> requirement.id().equals(finding.requirement()))
                .map(RequirementResult::sources)
                .flatMap(List::stream)
                .filter(source -> Links.followable(source.link()))
                .findFirst()
                .map(source -> " ([" + escaped(source.document()) + "](<" + source.link() + ">))")
                .orElse("");
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    /** Text from strangers: neither markup nor HTML. */
    private static String escaped(String text) {
        return VisibleText.content(VisibleText.line(text)).replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
    }
}
