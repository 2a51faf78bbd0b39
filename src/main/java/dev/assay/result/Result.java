package dev.assay.result;

import java.time.Instant;
import java.util.List;

/**
 * Everything one invocation found out: the root of {@code result.json}.
 *
 * @param schemaVersion version of this structure; raised when a key changes meaning or disappears
 * @param generator name and version of the program
 * @param runId the run's name, also part of the names it created on a live target
 * @param startedAt wall clock
 * @param durationMs wall time in milliseconds
 * @param command the command line, without secrets
 * @param chapters the catalogue's chapters, in order
 * @param runs one for each profile and identity provider
 * @param summary all runs together
 */
public record Result(
        int schemaVersion,
        String generator,
        String runId,
        Instant startedAt,
        long durationMs,
        String command,
        List<ChapterResult> chapters,
        List<ProfileRun> runs,
        Summary summary) {

    /** The same result, as if only one of its runs had been made. */
    public Result only(ProfileRun run) {
        return new Result(
                schemaVersion,
                generator,
                runId,
                run.startedAt(),
                run.durationMs(),
                command,
                chapters,
                List.of(run),
                run.summary());
    }

    /** The version written today. */
    public static final int SCHEMA_VERSION = 1;
}
