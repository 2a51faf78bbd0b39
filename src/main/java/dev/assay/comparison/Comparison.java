package dev.assay.comparison;

import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.Shard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two results, compared registry by registry.
 *
 * @param before the earlier result
 * @param after the later result
 * @param runs one for each registry and identity provider of either
 */
public record Comparison(Result before, Result after, List<RunComparison> runs) {

    /**
     * Compares two results; of a shard only its own scenarios.
     *
     * @throws IncomparableException if the earlier result is a shard that lacks scenarios of the later one, or if they have
     *     no registry in common
     */
    public static Comparison of(Result before, Result after) {
        requireThatEarlierHoldsAll(before, after);
        var runs = new LinkedHashMap<String, ProfileRun>();
        after.runs().forEach(run -> runs.put(key(run), run));
        before.runs().forEach(run -> runs.putIfAbsent(key(run), run));
        if (runs.size() == before.runs().size() + after.runs().size()) {
            throw new IncomparableException("the results have nothing in common: the earlier one is about "
                    + titles(before) + ", the later one about " + titles(after));
        }
        return new Comparison(
                before,
                after,
                runs.keySet().stream()
                        .map(key -> RunComparison.of(
                                find(before, key).map(run -> shown(run, after)),
                                find(after, key).map(run -> shown(run, after))))
                        .toList());
    }

    /** Compares only the registries that the later result is about, as a regression suite does. */
    public static Comparison since(Result baseline, Result now) {
        var all = of(baseline, now);
        return new Comparison(
                baseline,
                now,
                all.runs().stream().filter(run -> run.after().isPresent()).toList());
    }

    /** Whether any scenario became worse. */
    public boolean isRegression() {
        return runs.stream()
                .anyMatch(run -> !run.changes(Change.Direction.WORSE).isEmpty());
    }

    private static void requireThatEarlierHoldsAll(Result before, Result after) {
        var had = before.shard().map(Shard::scenarios);
        var has = after.shard().map(Shard::scenarios);
        if (had.isPresent() && !had.equals(has)) {
            throw new IncomparableException("the earlier result is only "
                    + before.shard().orElseThrow().title() + " of the run '" + before.runId()
                    + "'; merge all its shards with 'assay merge', and compare the merged result");
        }
    }

    /** What is left of a run when scenarios are put aside that the later result left to other shards. */
    private static ProfileRun shown(ProfileRun run, Result after) {
        return after.shard().map(shard -> run.withScenarios(shard.scenarios())).orElse(run);
    }

    /** What a reader should know before believing the changes, each a sentence; empty as a rule. */
    public List<String> cautions() {
        var cautions = new ArrayList<String>();
        if (!before.generator().equals(after.generator())) {
            cautions.add("The results are of different versions (" + before.generator() + ", " + after.generator()
                    + "): scenarios may have changed as well as the registry.");
        }
        runs.stream().flatMap(run -> run.caution().stream()).forEach(cautions::add);
        return List.copyOf(cautions);
    }

    private static String titles(Result result) {
        return result.runs().stream()
                .map(run -> run.profile() + " with " + run.identityProvider())
                .collect(Collectors.joining(", "));
    }

    private static Optional<ProfileRun> find(Result result, String key) {
        return result.runs().stream().filter(run -> key(run).equals(key)).findFirst();
    }

    private static String key(ProfileRun run) {
        return run.profile() + " " + run.identityProvider();
    }
}
