package dev.assay.report;

import dev.assay.comparison.Change.Direction;
import dev.assay.comparison.Comparison;
import dev.assay.comparison.RunComparison;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;

/** What changed between two results, as one HTML page that needs nothing else. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /** What one registry's changes are shown under. */
    record Group(String heading, String letter, List<Item> items) {}

    /** One change. */
    record Item(String id, String text, String reason) {}

    /** One registry. */
    record Section(RunComparison run, String before, String after, List<Group> groups) {}

    /** The page's text. */
    public static String render(Comparison comparison) {
        var style = Resource.text("page.css");
        return PageTemplates.get("comparison")
                .data(Map.of(
                        "comparison",
                        comparison,
                        "sections",
                        comparison.runs().stream().map(ComparisonPage::section).toList(),
                        "style",
                        new RawString(style),
                        "policy",
                        PageTemplates.policy(style, "")))
                .render();
    }

    private static Section section(RunComparison run) {
        return new Section(
                run,
                run.before().map(r -> r.hallmark()).orElse("not there"),
                run.after().map(r -> r.hallmark()).orElse("gone"),
                List.of(
                                changes(run, Direction.WORSE, "Became worse", "f"),
                                changes(run, Direction.BETTER, "Became better", "p"),
                                changes(run, Direction.ASIDE, "Changed aside", "u"),
                                new Group(
                                        "Newly listed deviations",
                                        "e",
                                        run.newDeviations().stream()
                                                .map(d -> new Item(d.requirement(), d.reason(), d.source()))
                                                .toList()),
                                new Group(
                                        "Healed deviations",
                                        "p",
                                        run.healedDeviations().stream()
                                                .map(d -> new Item(d.requirement(), d.reason(), d.source()))
                                                .toList()),
                                new Group(
                                        "Durations that changed most",
                                        "n",
                                        run.paces().stream()
                                                .map(p -> new Item(
                                                        p.id(),
                                                        Durations.of(p.beforeMs()) + " → " + Durations.of(p.afterMs()),
                                                        ""))
                                                .toList()))
                        .stream()
                        .filter(group -> !group.items().isEmpty())
                        .toList());
    }

    private static Group changes(RunComparison run, Direction direction, String heading, String letter) {
        return new Group(
                heading,
                letter,
                run.changes(direction).stream()
                        .map(c -> new Item(c.id(), c.verdicts(), c.reason()))
                        .toList());
    }
}
