package dev.assay.identity.workload;

import java.security.SecureRandom;

/**
 * One execution of a workflow.
 *
 * @param id unique on the forge
 * @param number counts the workflow's runs from 1
 * @param attempt counts from 1, and grows when the run is repeated
 * @param checkRunId the job's check run
 */
public record Run(long id, long number, int attempt, long checkRunId) {

    /** A first attempt with ids of the size that GitHub uses today. */
    public static Run fresh() {
        var random = new SecureRandom();
        return new Run(
                20_000_000_000L + random.nextInt(Integer.MAX_VALUE),
                1 + random.nextInt(500),
                1,
                60_000_000_000L + random.nextInt(Integer.MAX_VALUE));
    }
}
