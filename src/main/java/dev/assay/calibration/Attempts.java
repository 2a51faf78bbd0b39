package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run of a faulty registry showed. */
final class Attempts {
    private static final Set<Verdict> CLEAR = Set.of(Verdict.PASSED, Verdict.FAILED);

    private Attempts() {}

    static Tried tried(String profile, Defect defect, List<String> askable, ProfileRun run, Duration time) {
        return new Tried(
                profile,
                defect.id(),
                defect.title(),
                askable,
                ids(run, Set.of(Verdict.FAILED)),
                ids(run, CLEAR),
                caughtBy(run),
                run.scenarios().size(),
                time.toMillis());
    }

    private static List<String> ids(ProfileRun run, Set<Verdict> verdicts) {
        return run.requirements().stream()
                .filter(r -> verdicts.contains(r.verdict()))
                .map(RequirementResult::id)
                .toList();
    }

    private static Map<String, List<String>> caughtBy(ProfileRun run) {
        var scenarios = new LinkedHashMap<String, List<String>>();
        for (var requirement : ids(run, Set.of(Verdict.FAILED))) {
            scenarios.put(
                    requirement,
                    run.scenarios().stream()
                            .filter(s -> s.verdict() == Verdict.FAILED
                                    && s.requirements().contains(requirement))
                            .map(ScenarioResult::id)
                            .toList());
        }
        return scenarios;
    }
}
