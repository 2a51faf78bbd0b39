package dev.assay.run;

import dev.assay.result.Result;
import dev.assay.result.Shard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits scenarios into shards that take about equally long: the longest first, each to the shard that has least to do
 * so far. The same scenarios and durations always give the same shards, on every machine.
 */
public final class ShardPlan {
    private final List<ScenarioInfo> scenarios;
    private final Map<String, Long> durationsMs;

    private ShardPlan(List<ScenarioInfo> scenarios, Map<String, Long> durationsMs) {
        this.scenarios = List.copyOf(scenarios);
        this.durationsMs = Map.copyOf(durationsMs);
    }

    /** Shards with equally many scenarios. */
    public static ShardPlan byNumber(List<ScenarioInfo> scenarios) {
        return new ShardPlan(scenarios, Map.of());
    }

    /** Shards that took equally long in an earlier result; a scenario that it does not know counts as an average one. */
    public static ShardPlan byDurations(List<ScenarioInfo> scenarios, Result earlier) {
        var sums = new HashMap<String, Long>();
        earlier.runs().stream()
                .flatMap(run -> run.scenarios().stream())
                .forEach(s -> sums.merge(s.id(), s.durationMs(), Long::sum));
        return new ShardPlan(scenarios, sums);
    }

    /**
     * One of the shards.
     *
     * @param index which, from 1
     * @param count of how many
     */
    public Shard shard(int index, int count) {
        var mine = assignments(count).get(index - 1);
        return new Shard(
                index,
                count,
                scenarios.stream().map(ScenarioInfo::id).filter(mine::contains).toList());
    }

    private List<List<String>> assignments(int count) {
        var shards = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            shards.add(new ArrayList<>());
        }
        var work = new long[count];
        for (var id : longestFirst()) {
            var least = leastOf(work);
            shards.get(least).add(id);
            work[least] += weight(id);
        }
        return shards;
    }

    private List<String> longestFirst() {
        return scenarios.stream()
                .map(ScenarioInfo::id)
                .sorted(Comparator.<String>comparingLong(id -> -weight(id)).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int leastOf(long[] work) {
        int least = 0;
        for (int i = 1; i < work.length; i++) {
            least = work[i] < work[least] ? i : least;
        }
        return least;
    }

    /** At least one, so that scenarios that take no time are spread, too. */
    private long weight(String id) {
        return 1 + durationsMs.getOrDefault(id, average());
    }

    private long average() {
        return (long) durationsMs.values().stream()
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }
}
