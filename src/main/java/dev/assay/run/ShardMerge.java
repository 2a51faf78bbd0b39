package dev.assay.run;

import static java.util.stream.Collectors.toMap;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.DeviationResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes one result of the results of all shards of a run: requirements are judged anew, on all scenarios together. */
public final class ShardMerge {
    private final Catalogue catalogue;
    private final Function<String, Profile> profiles;

    /**
     * A result of one shard.
     *
     * @param name the file's name, for messages
     */
    public record Piece(String name, Result result) {}

    /**
     * Merges in the light of a catalogue and of profiles.
     *
     * @param profiles finds a profile by its id
     */
    public ShardMerge(Catalogue catalogue, Function<String, Profile> profiles) {
        this.catalogue = catalogue;
        this.profiles = profiles;
    }

    /**
     * The result of the whole run.
     *
     * @param command what to show as the command
     * @param generator name and version of this program
     * @throws InvalidDocumentException if the pieces are not all shards of one run, each exactly once, or were written by
     *     another version or with another profile than is at hand
     */
    public Result merge(List<Piece> pieces, String generator, String command) {
        new ShardCheck(generator).check(pieces);
        var results = pieces.stream()
                .map(Piece::result)
                .sorted(Comparator.comparingInt(r -> r.shard().orElseThrow().index()))
                .toList();
        var first = results.get(0);
        var runs = IntStream.range(0, first.runs().size())
                .mapToObj(i -> merged(results, i, pieces.get(0).name()))
                .toList();
        var startedAt = earliest(results.stream().map(Result::startedAt).toList());
        var tookMs = results.stream().mapToLong(Result::durationMs).max().orElse(0);
        return new Result(
                Result.SCHEMA_VERSION,
                generator,
                first.runId(),
                startedAt,
                tookMs,
                command,
                Chapters.of(catalogue),
                runs,
                Summaries.together(runs));
    }

    /** The longest shard's duration, as if all had begun at once: machines' clocks and queues say nothing of the registry. */
    private ProfileRun merged(List<Result> results, int position, String file) {
        var parts = results.stream().map(result -> result.runs().get(position)).toList();
        var first = parts.get(0);
        var profile = profiles.apply(first.profile());
        var deviations = new Deviations(profile);
        var scenarios = union(results, position);
        requireSame(deviations, first, file);
        var startedAt = earliest(parts.stream().map(ProfileRun::startedAt).toList());
        var tookMs = parts.stream().mapToLong(ProfileRun::durationMs).max().orElse(0);
        return new RunJudge(catalogue, profile, deviations)
                .judge(first.target(), first.identityProvider(), startedAt, startedAt.plusMillis(tookMs), scenarios);
    }

    /** Each scenario as its own shard saw it, in the order of the features. */
    private static List<ScenarioResult> union(List<Result> results, int position) {
        Map<String, ScenarioResult> seen = results.stream()
                .flatMap(result -> own(result, position).stream())
                .collect(toMap(ScenarioResult::id, Function.identity()));
        return results.get(0).runs().get(position).scenarios().stream()
                .map(scenario -> seen.getOrDefault(scenario.id(), scenario))
                .toList();
    }

    private static List<ScenarioResult> own(Result result, int position) {
        var mine = Set.copyOf(result.shard().orElseThrow().scenarios());
        return result.runs().get(position).scenarios().stream()
                .filter(scenario -> mine.contains(scenario.id()))
                .toList();
    }

    private static void requireSame(Deviations deviations, ProfileRun run, String file) {
        var then = run.deviations().stream().map(ShardMerge::words).toList();
        var now = deviations.results(List.of()).stream().map(ShardMerge::words).toList();
        if (!then.equals(now)) {
            throw new InvalidDocumentException(List.of(new Problem(
                    file,
                    0,
                    0,
                    "",
                    "the shards were run with other deviations of the profile " + run.profile()
                            + " than it lists here; merge with the profile that they were run with (--profile FILE)")));
        }
    }

    private static String words(DeviationResult deviation) {
        return deviation.requirement() + "\n" + deviation.reason() + "\n" + deviation.source();
    }

    private static Instant earliest(List<Instant> times) {
        return times.stream().min(Comparator.naturalOrder()).orElseThrow();
    }
}
