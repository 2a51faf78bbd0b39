package dev.assay.result;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The suite, run once against one registry with one identity provider.
 *
 * @param profile the profile's id
 * @param title the registry's name
 * @param target what was driven
 * @param identityProvider the identity provider's id
 * @param startedAt wall clock
 * @param durationMs wall time in milliseconds
 * @param hallmark {@code AAA}, {@code AA}, {@code A} or {@code none}
 * @param requirements in catalogue order
 * @param scenarios in feature order
 * @param deviations every deviation the profile lists
 * @param summary the numbers
 */
public record ProfileRun(
        String profile,
        String title,
        TargetDescription target,
        String identityProvider,
        Instant startedAt,
        long durationMs,
        String hallmark,
        List<RequirementResult> requirements,
        List<ScenarioResult> scenarios,
        List<DeviationResult> deviations,
        Summary summary) {

    /** The same run, which no hallmark sums up, because it is a part. */
    public ProfileRun withoutHallmark() {
        return new ProfileRun(
                profile,
                title,
                target,
                identityProvider,
                startedAt,
                durationMs,
                "none",
                requirements,
                scenarios,
                deviations,
                summary);
    }

    /** The same run, as if it had only these of its scenarios; verdicts and numbers stay as they were. */
    public ProfileRun withScenarios(Collection<String> ids) {
        return new ProfileRun(
                profile,
                title,
                target,
                identityProvider,
                startedAt,
                durationMs,
                hallmark,
                requirements,
                scenarios.stream()
                        .filter(scenario -> ids.contains(scenario.id()))
                        .toList(),
                deviations,
                summary);
    }
}
