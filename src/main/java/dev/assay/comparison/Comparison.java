package dev.assay.comparison;

import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Two results, compared registry by registry.
 *
 * @param before the earlier result
 * @param after the later result
 * @param runs one for each registry and identity provider of either
 */
public record Comparison(Result before, Result after, List<RunComparison> runs) {

    /** Compares two results. */
    public static Comparison of(Result before, Result after) {
        var runs = new LinkedHashMap<String, ProfileRun>();
        after.runs().forEach(run -> runs.put(key(run), run));
        before.runs().forEach(run -> runs.putIfAbsent(key(run), run));
        return new Comparison(
                before,
                after,
                runs.keySet().stream()
                        .map(key -> RunComparison.of(find(before, key), find(after, key)))
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

    private static Optional<ProfileRun> find(Result result, String key) {
        return result.runs().stream().filter(run -> key(run).equals(key)).findFirst();
    }

    private static String key(ProfileRun run) {
        return run.profile() + " " + run.identityProvider();
    }
}
