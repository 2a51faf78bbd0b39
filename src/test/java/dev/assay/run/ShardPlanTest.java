package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.PaperRuns;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Shard;
import dev.assay.result.Verdict;
import dev.assay.steps.Setting;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardPlanTest {
    private static final List<ScenarioInfo> SUITE = FeatureLibrary.shipped().scenarios();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void everyScenarioIsInExactlyOneShardAndShardsAreEquallyLarge(int count) {
        var shards = shards(ShardPlan.byNumber(SUITE), count);

        assertThat(shards.stream().flatMap(s -> s.scenarios().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        SUITE.stream().map(ScenarioInfo::id).toList());
        assertThat(shards)
                .allSatisfy(
                        s -> assertThat(s.scenarios()).hasSizeBetween(SUITE.size() / count, SUITE.size() / count + 1));
    }

    @Test
    void theOrderOfTheScenariosDoesNotMatterToTheSplit() {
        var reversed = new java.util.ArrayList<>(SUITE);
        Collections.reverse(reversed);

        assertThat(ShardPlan.byNumber(reversed).shard(2, 3).scenarios())
                .containsExactlyInAnyOrderElementsOf(
                        ShardPlan.byNumber(SUITE).shard(2, 3).scenarios());
    }

    @Test
    void durationsBalanceTheShards() {
        var suite = IntStream.range(0, 7).mapToObj(i -> info("s" + i)).toList();
        var earlier =
                earlier(Map.of("s0", 600L, "s1", 100L, "s2", 100L, "s3", 100L, "s4", 100L, "s5", 100L, "s6", 100L));

        var plan = ShardPlan.byDurations(suite, earlier);

        assertThat(plan.shard(1, 2).scenarios()).containsExactly("s0");
        assertThat(plan.shard(2, 2).scenarios()).containsExactly("s1", "s2", "s3", "s4", "s5", "s6");
    }

    @Test
    void aScenarioWithoutADurationCountsAsAnAverageOne() {
        var suite = List.of(info("known-a"), info("known-b"), info("unknown-a"), info("unknown-b"));
        var plan = ShardPlan.byDurations(suite, earlier(Map.of("known-a", 300L, "known-b", 100L)));

        assertThat(plan.shard(1, 2).scenarios()).containsExactly("known-a", "known-b");
        assertThat(plan.shard(2, 2).scenarios()).containsExactly("unknown-a", "unknown-b");
    }

    @Test
    void namesOfDifferentScenariosDoNotCollideAtALiveTarget() {
        assertThat(SUITE.stream().map(s -> Setting.key(s.id()))).doesNotHaveDuplicates();
    }

    private static List<Shard> shards(ShardPlan plan, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> plan.shard(i, count))
                .toList();
    }

    private static ScenarioInfo info(String id) {
        return new ScenarioInfo(id, id, "Feature", "features/x.feature:1", List.of(), List.of());
    }

    private static Result earlier(Map<String, Long> durations) {
        var scenarios = durations.entrySet().stream()
                .map(e -> new ScenarioResult(
                        e.getKey(),
                        e.getKey(),
                        "Feature",
                        "features/x.feature:1",
                        List.of(),
                        Verdict.PASSED,
                        false,
                        Optional.empty(),
                        e.getValue(),
                        List.of(),
                        List.of()))
                .toList();
        var summary = Summaries.of(scenarios, List.of(), List.of());
        var run = PaperRuns.run("p", List.of(), scenarios, List.of(), summary);
        return new Result(1, "assay", "r", Instant.EPOCH, 1, "", List.of(), List.of(run), summary);
    }
}
