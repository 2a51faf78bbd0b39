package dev.assay.calibration;

import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What runs for a defect short of a full calibration. To see it caught: the scenarios of every requirement that it
 * breaks, until one fails for that requirement. To see nothing else reported: one scenario of every requirement in the
 * chapters that it touches, the first smoke scenario if it has any, and one smoke scenario of each chapter on the way from a
 * policy to a version. The choice depends on the features and the
 * defect alone, so it is the same in every calibration.
 */
final class ShortChoice implements Choice {
    /** Whoever breaks something for everybody breaks it here. */
    private static final Set<String> GROUND = Set.of("POL", "JWT", "TOK", "PUB", "ERR");

    private final Set<String> representatives = new HashSet<>();
    private final Set<String> notYetReported;
    private final Map<String, Double> likeness;

    /**
     * A choice.
     *
     * @param likeness of scenarios to the defect
     */
    ShortChoice(Defect defect, List<Candidate> candidates, Map<String, Double> likeness) {
        this.likeness = likeness;
        notYetReported = new HashSet<>(defect.violates());
        var chapters = defect.chapters();
        var represented = new HashSet<String>();
        var smoky = new HashSet<String>();
        for (var candidate : smokeFirst(candidates)) {
            for (var requirement : candidate.requirements()) {
                var chapter = Defect.chapter(requirement);
                if (candidate.smoke() && GROUND.contains(chapter) && smoky.add(chapter)) {
                    representatives.add(candidate.id());
                }
                if (chapters.contains(chapter) && represented.add(requirement)) {
                    representatives.add(candidate.id());
                }
            }
        }
    }

    private static List<Candidate> smokeFirst(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(candidate -> !candidate.smoke()))
                .toList();
    }

    @Override
    public boolean wants(Candidate scenario) {
        return representatives.contains(scenario.id())
                || notYetReported.stream().anyMatch(scenario::bearsOn);
    }

    /** Those that run in any case come first, since they may show it, then those that sound like the defect. */
    @Override
    public double promise(Candidate scenario) {
        return representatives.contains(scenario.id())
                ? Double.POSITIVE_INFINITY
                : likeness.getOrDefault(scenario.id(), 0.0);
    }

    @Override
    public void ended(ScenarioResult scenario) {
        if (scenario.verdict() == Verdict.FAILED) {
            scenario.requirements().forEach(notYetReported::remove);
        }
    }
}
