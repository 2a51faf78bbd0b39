package dev.assay.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything one invocation found out: the root of {@code result.json}.
 *
 * @param schemaVersion version of this structure; raised when a key changes meaning or disappears
 * @param generator name and version of the program
 * @param runId the run's name, also part of the names it created on a live target
 * @param startedAt wall clock
 * @param durationMs wall time in milliseconds
 * @param command the command line, without secrets
 * @param shard the part of the suite that was run; absent if all of it was
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
        Optional<Shard> shard,
        List<ChapterResult> chapters,
        List<ProfileRun> runs,
        Summary summary) {

    /** The result of the whole suite. */
    public Result(
            int schemaVersion,
            String generator,
            String runId,
            Instant startedAt,
            long durationMs,
            String command,
            List<ChapterResult> chapters,
            List<ProfileRun> runs,
            Summary summary) {
        this(
                schemaVersion,
                generator,
                runId,
                startedAt,
                durationMs,
                command,
                Optional.empty(),
                chapters,
                runs,
                summary);
    }

    /** The run's name, and which shard of it this is: names the folder of its report. */
    public String name() {
        return shard.map(part -> part.nameWithin(runId)).orElse(runId);
    }

    /** The same result, as if only one of its runs had been made. */
    public Result only(ProfileRun run) {
        return new Result(
                schemaVersion,
                generator,
                runId,
                run.startedAt(),
                run.durationMs(),
                command,
                shard,
                chapters,
                List.of(run),
                run.summary());
    }

    /** The version written today. */
    public static final int SCHEMA_VERSION = 1;
}
