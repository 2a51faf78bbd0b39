package dev.assay.calibration;

import java.util.List;

/**
 * What calibration found out: the root of {@code calibration.json}.
 *
 * @param schemaVersion version of this structure
 * @param profile the profile that was calibrated
 * @param defects every defect that was tried
 * @param cells how many pairs of defect and requirement were judged
 * @param missed requirements that a defect breaks and the suite did not report
 * @param falseAlarms requirements that the suite reported although the defect does not break them
 * @param soundRuns the sound registry, run by run
 * @param durationMs wall time in milliseconds
 */
public record CalibrationResult(
        int schemaVersion,
        String profile,
        List<Tried> defects,
        int cells,
        List<Cell> missed,
        List<Cell> falseAlarms,
        SoundRuns soundRuns,
        long durationMs) {

    /** The version written today. */
    public static final int SCHEMA_VERSION = 1;

    /** Whether nothing was missed and nothing reported falsely. */
    public boolean isPerfect() {
        return missed.isEmpty() && falseAlarms.isEmpty() && soundRuns.withFindings() == 0;
    }

    /**
     * A defect, tried.
     *
     * @param violates what it breaks
     * @param reported what the suite reported
     * @param caughtBy ids of the scenarios that failed
     * @param scenarios how many scenarios ran
     */
    public record Tried(
            String id,
            String title,
            List<String> violates,
            List<String> reported,
            List<String> caughtBy,
            int scenarios,
            long durationMs) {}

    /** A defect and a requirement, and why they are listed. */
    public record Cell(String defect, String requirement, String reason) {}

    /** How often the sound registry was run, and in how many runs something was found wrong with it. */
    public record SoundRuns(int runs, int withFindings, List<String> findings) {}
}
