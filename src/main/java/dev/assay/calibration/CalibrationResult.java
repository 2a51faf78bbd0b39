package dev.assay.calibration;

import java.util.List;
import java.util.Map;

/**
 * What calibration found out: the root of {@code calibration.json}.
 *
 * @param schemaVersion version of this structure
 * @param defects every defect that was tried, for each profile
 * @param cells how many pairs of defect and profile were tried
 * @param requirementCells how many verdicts on a requirement were compared with what is true
 * @param missed requirements that a defect breaks and the suite did not report
 * @param falseAlarms requirements that the suite reported although the defect does not break them
 * @param inexpressible defects that a kind of registry cannot have
 * @param unexcused requirements that the suite reported for a defect of which it is said that this kind of registry
 *     cannot have it
 * @param soundRuns the sound registries, all runs together
 * @param profiles the same in numbers, profile by profile
 * @param durationMs wall time in milliseconds
 */
public record CalibrationResult(
        int schemaVersion,
        List<Tried> defects,
        int cells,
        int requirementCells,
        List<Cell> missed,
        List<Cell> falseAlarms,
        List<Inexpressible> inexpressible,
        List<Cell> unexcused,
        SoundRuns soundRuns,
        List<ProfileSummary> profiles,
        long durationMs) {

    /** The version written today. */
    public static final int SCHEMA_VERSION = 2;

    /** Whether nothing was missed, nothing reported falsely, and nothing excused that can be caught. */
    public boolean isPerfect() {
        return missed.isEmpty() && falseAlarms.isEmpty() && unexcused.isEmpty() && soundRuns.withFindings() == 0;
    }

    /**
     * A defect, tried on one kind of registry.
     *
     * @param violates what it breaks and the registry could be asked
     * @param reported what the suite reported
     * @param judged every requirement that has a verdict
     * @param caughtBy ids of the scenarios that failed, by requirement
     * @param scenarios how many scenarios ran
     */
    public record Tried(
            String profile,
            String id,
            String title,
            List<String> violates,
            List<String> reported,
            List<String> judged,
            Map<String, List<String>> caughtBy,
            int scenarios,
            long durationMs) {}

    /** A defect and a requirement, and why they are listed. */
    public record Cell(String profile, String defect, String requirement, String reason) {}

    /** A defect that a kind of registry cannot have, and why. */
    public record Inexpressible(String profile, String defect, String reason) {}

    /**
     * How often sound registries were run, and in how many runs something was found wrong with one.
     *
     * @param findings what was found wrong, and verdicts that were not the same in all runs
     */
    public record SoundRuns(int runs, int withFindings, List<String> findings) {}

    /** One profile in numbers. */
    public record ProfileSummary(
            String profile,
            int defects,
            int cells,
            int requirementCells,
            int missed,
            int falseAlarms,
            int inexpressible,
            SoundRuns soundRuns) {}
}
