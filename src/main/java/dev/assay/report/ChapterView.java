package dev.assay.report;

import dev.assay.result.ChapterResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A chapter with its requirements, as the template {@code chapter.html} shows it. */
record ChapterView(
        ChapterResult chapter,
        String anchor,
        Mark mark,
        Numbers numbers,
        List<RequirementView> requirements,
        List<ScenarioView> scenarios) {

    private static final ChapterResult OTHER =
            new ChapterResult("OTHER", "Other scenarios", "Scenarios that bear on no requirement of the catalogue.");

    /** Every chapter that has a requirement in the run, then the scenarios without any. */
    static List<ChapterView> of(List<ChapterResult> chapters, ProfileRun run, Anchors anchors) {
        var homes = homes(run);
        List<ChapterView> views = new ArrayList<>();
        for (var chapter : chapters) {
            var requirements = run.requirements().stream()
                    .filter(requirement -> requirement.chapter().equals(chapter.id()))
                    .map(r -> RequirementView.of(r, run, homes.getOrDefault(r.id(), List.of()), anchors))
                    .toList();
            if (!requirements.isEmpty()) {
                views.add(of(chapter, requirements, List.of(), anchors));
            }
        }
        var others = homes.getOrDefault("", List.of());
        if (!others.isEmpty()) {
            var scenarios =
                    others.stream().map(s -> ScenarioView.of(s, "", anchors)).toList();
            views.add(of(OTHER, List.of(), scenarios, anchors));
        }
        return List.copyOf(views);
    }

    private static ChapterView of(
            ChapterResult chapter, List<RequirementView> requirements, List<ScenarioView> scenarios, Anchors anchors) {
        var marks = requirements.isEmpty()
                ? scenarios.stream().map(ScenarioView::mark).toList()
                : requirements.stream().map(RequirementView::mark).toList();
        return new ChapterView(
                chapter,
                anchors.of("chapter-" + chapter.id()),
                marks.stream().min(Comparator.naturalOrder()).orElse(Mark.UNTESTED),
                Numbers.of(requirements.isEmpty() ? "scenario" : "requirement", marks),
                requirements,
                scenarios);
    }

    /** Each scenario is shown once, under the first of its requirements; the key is empty for one without any. */
    private static Map<String, List<ScenarioResult>> homes(ProfileRun run) {
        var known = run.requirements().stream().map(RequirementResult::id).toList();
        Map<String, List<ScenarioResult>> homes = new LinkedHashMap<>();
        for (var scenario : run.scenarios()) {
            var home = Stream.concat(scenario.requirements().stream().filter(known::contains), Stream.of(""))
                    .findFirst()
                    .orElseThrow();
            homes.computeIfAbsent(home, id -> new ArrayList<>()).add(scenario);
        }
        return homes;
    }
}
