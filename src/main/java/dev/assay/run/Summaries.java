package dev.assay.run;

import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import dev.assay.result.DeviationResult;
import dev.assay.result.Level;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Summary;
import dev.assay.result.Tally;
import dev.assay.result.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A run in numbers: tallies, exit code, hallmark. */
public final class Summaries {
    /** Conformant, but for expected deviations. */
    public static final int CONFORMANT = 0;
    /** Findings, or deviations that have healed and should be struck from the profile. */
    public static final int FINDINGS = 1;
    /** Nothing wrong found, but something cannot be told. */
    public static final int CANNOT_TELL = 3;

    private Summaries() {}

    static Summary of(
            List<ScenarioResult> scenarios, List<RequirementResult> requirements, List<DeviationResult> deviations) {
        var healed = (int) deviations.stream().filter(DeviationResult::healed).count();
        var findings = requirements.stream().anyMatch(Summaries::isFinding) || anyFailedAside(scenarios, requirements);
        var unclear = scenarios.stream().anyMatch(s -> s.verdict() == Verdict.CANT_TELL && !s.expected());
        return new Summary(
                Tally.of(scenarios.stream().map(ScenarioResult::verdict).toList()),
                Tally.of(requirements.stream().map(RequirementResult::verdict).toList()),
                (int) scenarios.stream().filter(ScenarioResult::expected).count(),
                healed,
                findings || healed > 0 ? FINDINGS : unclear ? CANNOT_TELL : CONFORMANT);
    }

    private static boolean isFinding(RequirementResult requirement) {
        return requirement.verdict() == Verdict.FAILED && !requirement.expected() && requirement.level() != Level.MAY;
    }

    /** Whether a scenario failed that bears on nothing in the catalogue, as a user's own may. */
    private static boolean anyFailedAside(List<ScenarioResult> scenarios, List<RequirementResult> requirements) {
        var known = requirements.stream().map(RequirementResult::id).collect(Collectors.toSet());
        return scenarios.stream()
                .filter(s -> s.verdict() == Verdict.FAILED && !s.expected())
                .anyMatch(s -> Collections.disjoint(s.requirements(), known));
    }

    /** Several runs together; the exit code is the gravest, findings before doubts. */
    public static Summary together(List<ProfileRun> runs) {
        var codes = runs.stream().map(run -> run.summary().exitCode()).collect(Collectors.toSet());
        var none = new Summary(new Tally(0, 0, 0, 0, 0), new Tally(0, 0, 0, 0, 0), 0, 0, gravest(codes));
        return runs.stream()
                .map(ProfileRun::summary)
                .reduce(
                        none,
                        (a, b) -> new Summary(
                                a.scenarios().plus(b.scenarios()),
                                a.requirements().plus(b.requirements()),
                                a.expected() + b.expected(),
                                a.healed() + b.healed(),
                                gravest(codes)));
    }

    private static int gravest(Set<Integer> codes) {
        return codes.contains(FINDINGS) ? FINDINGS : codes.contains(CANNOT_TELL) ? CANNOT_TELL : CONFORMANT;
    }

    /** {@code AAA}, {@code AA}, {@code A} or {@code none}: the levels of which every applicable requirement is met. */
    static String hallmark(Catalogue catalogue, List<RequirementResult> requirements) {
        var testable = catalogue.requirements().stream()
                .filter(r -> r.notYet().isEmpty() && r.declared().isEmpty())
                .map(Requirement::id)
                .collect(Collectors.toSet());
        var judged =
                requirements.stream().filter(r -> testable.contains(r.id())).toList();
        if (judged.stream().anyMatch(r -> r.verdict() == Verdict.CANT_TELL || r.verdict() == Verdict.UNTESTED)) {
            return "none";
        }
        var failed = judged.stream()
                .filter(r -> r.verdict() == Verdict.FAILED)
                .map(RequirementResult::level)
                .collect(Collectors.toSet());
        if (failed.contains(Level.MUST)) {
            return "none";
        }
        return failed.contains(Level.SHOULD) ? "A" : failed.contains(Level.MAY) ? "AA" : "AAA";
    }
}
