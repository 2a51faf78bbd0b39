package dev.assay.report;

import static java.util.stream.Collectors.joining;

import dev.assay.result.ChapterResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines about one run. */
final class ConsoleRun {
    private static final int TITLE = 20;
    private static final String MET = "Met       ";

    private final Ink ink;
    private final Result result;
    private final ProfileRun run;
    private final List<String> lines = new ArrayList<>();

    ConsoleRun(Ink ink, Result result, ProfileRun run) {
        this.ink = ink;
        this.result = result;
        this.run = run;
    }

    List<String> lines() {
        header();
        chapters();
        legend();
        findings();
        expected();
        footer();
        return lines;
    }

    private void header() {
        var target = run.target();
        var kind = target.kind().equals("embedded")
                ? "Embedded model"
                        + target.behaviour().map(name -> ", behaviour " + name).orElse("")
                : "Live target " + target.url();
        ink.wrapped(run.title() + " with " + run.identityProvider(), 0).forEach(line -> lines.add(ink.bold(line)));
        lines.addAll(ink.wrapped(kind + "; " + target.evidence(), 0));
        result.shard().ifPresent(shard -> lines.addAll(ink.wrapped(Parts.explained(shard), 0)));
        lines.add("");
    }

    private void chapters() {
        var chapters = result.chapters().stream().filter(c -> !of(c).isEmpty()).toList();
        int widest = chapters.stream().mapToInt(c -> of(c).size()).max().orElse(0);
        for (var chapter : chapters) {
            var requirements = of(chapter);
            var title = ink.line(chapter.title());
            var shown = title.length() > TITLE ? title.substring(0, TITLE) : title;
            var head = "  " + chapter.id() + "  " + shown + " ".repeat(TITLE - shown.length()) + "  ";
            var marks = requirements.stream()
                    .map(Mark::of)
                    .map(mark -> ink.in(mark, ink.symbol(mark)))
                    .collect(joining());
            var counts = ink.wrapped(counts(requirements), head.length() + widest + 2);
            lines.add(head
                    + marks
                    + " ".repeat(widest - requirements.size() + 2)
                    + counts.get(0).strip());
            lines.addAll(counts.subList(1, counts.size()));
        }
    }

    private List<RequirementResult> of(ChapterResult chapter) {
        return run.requirements().stream()
                .filter(requirement -> requirement.chapter().equals(chapter.id()))
                .toList();
    }

    private String counts(List<RequirementResult> requirements) {
        var ids = requirements.stream().map(RequirementResult::id).toList();
        var scenarios = run.scenarios().stream()
                .filter(scenario -> scenario.requirements().stream().anyMatch(ids::contains))
                .map(Mark::of)
                .toList();
        var unmet = requirements.stream()
                .filter(requirement -> Mark.of(requirement) != Mark.PASSED)
                .filter(requirement -> !requirement.scenarios().isEmpty())
                .map(requirement -> ink.symbol(Mark.of(requirement))
                        + requirement.id().substring(requirement.id().indexOf('-') + 1))
                .collect(joining(" "));
        var sentence = Numbers.of("scenario", scenarios).sentence();
        if (scenarios.isEmpty()) {
            return untried(requirements);
        }
        return unmet.isEmpty() ? sentence : sentence + "; " + unmet;
    }

    private static String untried(List<RequirementResult> requirements) {
        var declared =
                requirements.stream().filter(RequirementResult::wasDeclared).count();
        if (declared == 0) {
            return "no scenario bears on it";
        }
        return (declared == requirements.size() ? "" : declared + " of " + requirements.size() + " ")
                + "declared by the profile, not verified";
    }

    private void legend() {
        lines.add("");
        lines.add("  "
                + Numbers.of(
                                "requirement",
                                run.requirements().stream().map(Mark::of).toList())
                        .counts()
                        .stream()
                        .map(Numbers.Count::mark)
                        .map(mark -> ink.in(mark, ink.symbol(mark)) + " " + ink.line(mark.word()))
                        .collect(joining("   ")));
        lines.add("");
    }

    private void findings() {
        var findings = Finding.of(run);
        lines.add(findings.isEmpty() ? ink.in(Mark.PASSED, "No findings") : ink.bold("Findings"));
        for (var finding : findings) {
            lines.add("");
            ink.wrapped(headline(finding), 2)
                    .forEach(line -> lines.add(ink.in(finding.kind().mark(), line)));
            if (!finding.reason().isEmpty()) {
                lines.addAll(ink.wrapped(finding.reason(), 4));
            }
            finding.scenarios().forEach(this::scenario);
        }
        lines.add("");
    }

    private String headline(Finding finding) {
        var id = finding.requirement().isEmpty() ? "" : finding.requirement() + " ";
        var level = finding.level().isEmpty() ? "" : finding.level() + " ";
        var doing = switch (finding.kind()) {
            case HEALED -> "healed: ";
            case CANT_TELL -> "can’t tell: ";
            default -> "failed: ";
        };
        return ink.symbol(finding.kind().mark()) + " " + id + level + doing + finding.title();
    }

    private void scenario(ScenarioResult scenario) {
        lines.addAll(ink.wrapped(scenario.name(), 4));
        scenario.reason()
                .or(() -> scenario.steps().stream()
                        .map(StepResult::problem)
                        .flatMap(problem -> problem.stream())
                        .findFirst())
                .ifPresent(reason -> lines.addAll(ink.wrapped(reason, 6)));
    }

    private void expected() {
        var expected = run.requirements().stream()
                .filter(requirement -> Mark.of(requirement) == Mark.EXPECTED)
                .map(RequirementResult::id)
                .collect(joining(", "));
        if (!expected.isEmpty()) {
            ink.wrapped(ink.symbol(Mark.EXPECTED) + " Failed as the profile foretells: " + expected, 0)
                    .forEach(line -> lines.add(ink.in(Mark.EXPECTED, line)));
            lines.add("");
        }
    }

    private void footer() {
        lines.add("Hallmark  " + ink.bold(run.hallmark()));
        var met = ink.wrapped(met(), MET.length());
        lines.add(MET + met.get(0).strip());
        lines.addAll(met.subList(1, met.size()));
        lines.add("Took      " + Durations.of(run.durationMs()));
    }

    private String met() {
        var requirements = run.summary().requirements();
        var vacuous = requirements.inapplicable() == 0
                ? ""
                : " (" + requirements.inapplicable() + " of them with nothing applicable)";
        var unselected = count(scenario -> !scenario.wasSelected());
        var elsewhere = count(ScenarioResult::wasLeftToAnotherShard);
        return requirements.passed() + " of " + requirements.total() + " requirements" + vacuous + ", in "
                + Numbers.counted("scenario", run.scenarios().size() - unselected - elsewhere)
                + (unselected == 0 ? "" : "; " + unselected + " not selected")
                + (elsewhere == 0 ? "" : "; " + elsewhere + " left to other shards");
    }

    private int count(Predicate<ScenarioResult> kind) {
        return (int) run.scenarios().stream().filter(kind).count();
    }
}
