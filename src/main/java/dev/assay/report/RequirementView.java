package dev.assay.report;

import dev.assay.result.DeviationResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.SourceReference;
import java.util.List;

/**
 * A requirement as the template {@code requirement.html} shows it.
 *
 * @param scenarios those shown here
 * @param elsewhere those that bear on it, too, and are shown under another requirement
 */
record RequirementView(
        RequirementResult requirement,
        Mark mark,
        String anchor,
        Numbers numbers,
        List<Source> sources,
        List<ScenarioView> scenarios,
        List<Elsewhere> elsewhere) {

    /** A source, and whether its link may be followed. */
    record Source(SourceReference reference, boolean link) {}

    /** A scenario shown under another requirement. */
    record Elsewhere(String anchor, String name, Mark mark) {}

    static RequirementView of(
            RequirementResult requirement, ProfileRun run, List<ScenarioResult> here, Anchors anchors) {
        var bearing = run.scenarios().stream()
                .filter(scenario -> scenario.requirements().contains(requirement.id()))
                .toList();
        return new RequirementView(
                requirement,
                Mark.of(requirement),
                anchors.of(requirement.id()),
                Numbers.of("scenario", bearing.stream().map(Mark::of).toList()),
                requirement.sources().stream()
                        .map(source -> new Source(source, Links.followable(source.link())))
                        .toList(),
                here.stream()
                        .map(scenario -> ScenarioView.of(scenario, requirement.id(), anchors))
                        .toList(),
                bearing.stream()
                        .filter(scenario -> !here.contains(scenario))
                        .map(s -> new Elsewhere(anchors.of(s.id()), s.name(), Mark.of(s)))
                        .toList());
    }

    /** Whether it is shown unfolded from the start: a reader must not have to look for what went wrong. */
    public boolean open() {
        return mark == Mark.FAILED || mark == Mark.CANT_TELL;
    }

    public String reason() {
        return requirement.reason().orElse("");
    }

    public String deviation() {
        return requirement.deviation().map(DeviationResult::reason).orElse("");
    }

    public String deviationSource() {
        return requirement.deviation().map(DeviationResult::source).orElse("");
    }
}
