package dev.assay.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs that never took place. */
public final class PaperRuns {
    /** Numbers of a run in which nothing happened. */
    public static final Summary NOTHING = new Summary(Tally.of(List.of()), Tally.of(List.of()), 0, 0, 0);

    private PaperRuns() {}

    /** A run with these results. */
    public static ProfileRun run(
            String profile,
            List<RequirementResult> requirements,
            List<ScenarioResult> scenarios,
            List<DeviationResult> deviations,
            Summary summary) {
        return new ProfileRun(
                profile,
                profile,
                new TargetDescription("live", "http://127.0.0.1", Optional.empty(), Optional.empty(), "live"),
                "github-actions",
                Instant.EPOCH,
                1,
                "none",
                requirements,
                scenarios,
                deviations,
                summary);
    }

    /** A run with these scenarios alone. */
    public static ProfileRun run(String profile, List<ScenarioResult> scenarios) {
        return run(profile, List.of(), scenarios, List.of(), NOTHING);
    }
}
