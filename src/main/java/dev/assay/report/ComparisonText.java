package dev.assay.report;

import dev.assay.comparison.Change;
import dev.assay.comparison.Change.Direction;
import dev.assay.comparison.Comparison;
import dev.assay.comparison.RunComparison;
import dev.assay.result.ProfileRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed between two results, as text for a terminal or as Markdown. */
public final class ComparisonText {
    private static final Map<Direction, String> HEADINGS = Map.of(
            Direction.WORSE, "Became worse", Direction.BETTER, "Became better", Direction.ASIDE, "Changed aside");

    private final boolean markdown;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(boolean markdown) {
        this.markdown = markdown;
    }

    /** For a terminal. */
    public static String plain(Comparison comparison) {
        return new ComparisonText(false).render(comparison);
    }

    /** As Markdown, for the summary of a CI job. */
    public static String markdown(Comparison comparison) {
        return new ComparisonText(true).render(comparison);
    }

    private String render(Comparison comparison) {
        lines.add((markdown ? "# " : "") + "Compared: " + comparison.before().runId() + " → "
                + comparison.after().runId());
        comparison.cautions().forEach(this::caution);
        comparison.runs().forEach(this::run);
        return String.join("\n", lines) + "\n";
    }

    private void caution(String sentence) {
        if (markdown) {
            lines.add("");
        }
        lines.add((markdown ? "> " : "") + "Note: " + VisibleText.line(sentence));
    }

    private void run(RunComparison run) {
        lines.add("");
        lines.add((markdown ? "## " : "") + run.title() + " with " + run.identityProvider() + summary(run));
        for (var direction : Direction.values()) {
            var changes = run.changes(direction);
            heading(HEADINGS.get(direction), changes.size());
            changes.forEach(this::change);
        }
        var added = run.newDeviations();
        heading("Newly listed deviations", added.size());
        added.forEach(d -> item(d.requirement() + ": " + d.reason()));
        var healed = run.healedDeviations();
        heading("Healed deviations", healed.size());
        healed.forEach(d -> item(d.requirement() + ": " + d.reason()));
        var paces = run.paces();
        heading("Durations that changed most", paces.size());
        paces.forEach(p -> item(p.id() + ": " + Durations.of(p.beforeMs()) + " → " + Durations.of(p.afterMs())));
    }

    private static String summary(RunComparison run) {
        if (run.before().isEmpty()) {
            return ": new";
        }
        if (run.after().isEmpty()) {
            return ": gone";
        }
        return run.changes().isEmpty() ? ": no verdict changed" + took(run) : took(run);
    }

    private static String took(RunComparison run) {
        return " (hallmark " + of(run.before().orElseThrow()) + " → "
                + of(run.after().orElseThrow()) + ")";
    }

    private static String of(ProfileRun run) {
        return run.hallmark() + ", " + Durations.of(run.durationMs());
    }

    private void heading(@org.jspecify.annotations.Nullable String title, int size) {
        if (size > 0) {
            lines.add("");
            lines.add((markdown ? "### " : "") + title + " (" + size + ")");
            if (markdown) {
                lines.add("");
            }
        }
    }

    private void change(Change change) {
        item(change.id() + ": " + change.verdicts() + (change.reason().isEmpty() ? "" : ": " + change.reason()));
    }

    private void item(String text) {
        lines.add((markdown ? "- " : "  ") + VisibleText.line(text));
    }
}
