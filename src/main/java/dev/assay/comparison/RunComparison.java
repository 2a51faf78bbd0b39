package dev.assay.comparison;

import dev.assay.result.DeviationResult;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One registry with one identity provider, before and after.
 *
 * @param before absent if the registry is new
 * @param after absent if it is gone
 * @param changes scenarios that came out in another way, in the order of the features
 */
public record RunComparison(Optional<ProfileRun> before, Optional<ProfileRun> after, List<Change> changes) {
    private static final int SHOWN_DURATIONS = 10;
    private static final long NOTICEABLE_MS = 50;

    /** A scenario that takes noticeably longer, or less long: at least twice as much, and 50 milliseconds. */
    public record Pace(String id, long beforeMs, long afterMs) {}

    static RunComparison of(Optional<ProfileRun> before, Optional<ProfileRun> after) {
        var was = before.map(RunComparison::byId).orElse(Map.of());
        var is = after.map(RunComparison::byId).orElse(Map.of());
        var ids = new LinkedHashSet<>(is.keySet());
        ids.addAll(was.keySet());
        var changes = ids.stream()
                .map(id -> new Change(Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id))))
                .filter(change -> !change.wasLeftOut())
                .filter(RunComparison::differs)
                .toList();
        return new RunComparison(before, after, changes);
    }

    /** The registry's name. */
    public String title() {
        return after.or(() -> before).map(ProfileRun::title).orElseThrow();
    }

    /** What a reader should know of the two measurements: that they were not made of the same thing. */
    Optional<String> caution() {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var was = measured(before.get());
        var is = measured(after.get());
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(title() + " was " + was + " before, and is " + is + " now.");
    }

    private static String measured(ProfileRun run) {
        var target = run.target();
        return target.behaviour()
                .map(behaviour -> "an embedded model with the behaviour " + behaviour)
                .orElse("a live target at " + target.url());
    }

    /** The identity provider's id. */
    public String identityProvider() {
        return after.or(() -> before).map(ProfileRun::identityProvider).orElseThrow();
    }

    /** The changes in one direction. */
    public List<Change> changes(Change.Direction direction) {
        return changes.stream().filter(c -> c.direction() == direction).toList();
    }

    /** Deviations that are listed now and were not before. */
    public List<DeviationResult> newDeviations() {
        return without(after, before).stream().filter(d -> !d.healed()).toList();
    }

    /** Deviations that were listed before and have healed, or are listed no more. */
    public List<DeviationResult> healedDeviations() {
        var open = after.stream()
                .flatMap(run -> run.deviations().stream())
                .filter(d -> !d.healed())
                .map(RunComparison::key)
                .toList();
        return before.stream()
                .flatMap(run -> run.deviations().stream())
                .filter(d -> !d.healed() && !open.contains(key(d)))
                .toList();
    }

    /** The scenarios whose durations changed most, the greatest change first. */
    public List<Pace> paces() {
        var was = before.map(RunComparison::byId).orElse(Map.of());
        return after.stream()
                .flatMap(run -> run.scenarios().stream())
                .filter(s -> s.verdict() != Verdict.UNTESTED)
                .flatMap(s -> Optional.ofNullable(was.get(s.id()))
                        .map(earlier -> new Pace(s.id(), earlier.durationMs(), s.durationMs()))
                        .stream())
                .filter(RunComparison::isNoticeable)
                .sorted(Comparator.comparingLong(p -> -Math.abs(p.afterMs() - p.beforeMs())))
                .limit(SHOWN_DURATIONS)
                .toList();
    }

    private static boolean isNoticeable(Pace pace) {
        var more = Math.max(pace.beforeMs(), pace.afterMs());
        var less = Math.min(pace.beforeMs(), pace.afterMs());
        return more - less >= NOTICEABLE_MS && more >= 2 * less;
    }

    private static List<DeviationResult> without(Optional<ProfileRun> all, Optional<ProfileRun> known) {
        var keys = known.stream()
                .flatMap(run -> run.deviations().stream())
                .map(RunComparison::key)
                .toList();
        return all.stream()
                .flatMap(run -> run.deviations().stream())
                .filter(d -> !keys.contains(key(d)))
                .toList();
    }

    private static String key(DeviationResult deviation) {
        return deviation.requirement() + "\n" + deviation.reason();
    }

    private static boolean differs(Change change) {
        return change.before().isEmpty()
                || change.after().isEmpty()
                || Change.differs(change.before().get(), change.after().get());
    }

    private static Map<String, ScenarioResult> byId(ProfileRun run) {
        var scenarios = new LinkedHashMap<String, ScenarioResult>();
        run.scenarios().forEach(s -> scenarios.put(s.id(), s));
        return scenarios;
    }
}
