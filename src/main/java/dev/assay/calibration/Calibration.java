package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.result.ProfileRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the suite against every defect, and against sound registries, and compares what it says with what is true. */
public final class Calibration {
    private final List<Candidate> candidates;
    private final Likeness likeness;
    private final Settings settings;

    /**
     * How to calibrate.
     *
     * @param full whether to run every scenario for every defect
     * @param share which pairs of defect and profile to try
     * @param soundRuns how often to run each sound registry; at least once
     * @param threads how many runs at once
     */
    public record Settings(boolean full, Share share, int soundRuns, int threads) {}

    /**
     * Calibrates the suite.
     *
     * @param candidates the suite's scenarios, in the order of the features
     */
    public Calibration(List<Candidate> candidates, Settings settings) {
        this.candidates = List.copyOf(candidates);
        this.likeness = new Likeness(candidates);
        this.settings = settings;
    }

    /** What became of a defect: tried, not expressible, or said not to be and caught all the same. */
    sealed interface Attempt {
        /** It was tried. */
        record Made(Defect defect, Tried tried) implements Attempt {}

        /** It cannot be tried. */
        record Impossible(Defect defect, String reason) implements Attempt {}

        /** It is excused from being tried here, and was caught when it was. */
        record Unexcused(Defect defect, Tried tried) implements Attempt {}
    }

    /**
     * Calibrates.
     *
     * @param benches a bench for each kind of registry
     * @param progress told of every defect that was dealt with, one at a time
     */
    public CalibrationResult calibrate(List<Bench> benches, List<Defect> defects, Consumer<String> progress) {
        var startedAt = Instant.now();
        var pool = Executors.newFixedThreadPool(settings.threads());
        try {
            var sound = benches.stream()
                    .map(bench -> soundRuns(pool, bench, settings.soundRuns()))
                    .toList();
            var attempts = new ArrayList<List<CompletableFuture<Attempt>>>();
            for (var i = 0; i < benches.size(); i++) {
                var bench = benches.get(i);
                var first = sound.get(i).get(0);
                attempts.add(defects.stream()
                        .filter(defect -> settings.share().has(bench.profile(), defect))
                        .map(defect -> attempt(pool, bench, first, defect)
                                .whenComplete((attempt, failure) -> tell(progress, defect)))
                        .toList());
            }
            var comparisons = new ArrayList<Comparison>();
            for (var i = 0; i < benches.size(); i++) {
                comparisons.add(
                        new Comparison(benches.get(i).profile(), results(sound.get(i)), results(attempts.get(i))));
            }
            return Comparison.together(
                    comparisons, Duration.between(startedAt, Instant.now()).toMillis());
        } finally {
            pool.shutdownNow();
        }
    }

    private static void tell(Consumer<String> progress, Defect defect) {
        synchronized (progress) {
            progress.accept(defect.id());
        }
    }

    /** Runs beside the sound registry, which is only needed to judge by. */
    private CompletableFuture<Attempt> attempt(
            Executor pool, Bench bench, CompletableFuture<ProfileRun> sound, Defect defect) {
        return CompletableFuture.supplyAsync(() -> faulty(bench, defect), pool)
                .thenCombine(sound, (faulty, judge) -> faulty.judged(judge));
    }

    /** What a faulty registry did, to be judged when it is known what a sound one does. */
    private interface Faulty {
        Attempt judged(ProfileRun sound);
    }

    private Faulty faulty(Bench bench, Defect defect) {
        var startedAt = Instant.now();
        try {
            var run = bench.run(Optional.of(defect), choice(defect));
            var time = Duration.between(startedAt, Instant.now());
            return sound -> judged(bench, defect, run, time, sound);
        } catch (InexpressibleException e) {
            return sound -> impossible(bench, defect, e);
        }
    }

    private Choice choice(Defect defect) {
        return settings.full() ? Choice.EVERYTHING : new ShortChoice(defect, candidates, likeness.to(defect));
    }

    private static Attempt judged(Bench bench, Defect defect, ProfileRun run, Duration time, ProfileRun sound) {
        try {
            var askable = Askable.of(defect, sound);
            return made(bench, defect, Attempts.tried(bench.profile(), defect, askable, run, time));
        } catch (InexpressibleException e) {
            return impossible(bench, defect, e);
        }
    }

    private static Attempt impossible(Bench bench, Defect defect, InexpressibleException e) {
        return new Attempt.Impossible(defect, excuse(bench, defect).orElse(e.reason()));
    }

    /**
     * Excused defects are tried like all others, so that an excuse that does not hold comes to light: one where what the
     * defect breaks is reported, and nothing else. A change that breaks more is no such registry here.
     */
    private static Attempt made(Bench bench, Defect defect, Tried tried) {
        var excuse = excuse(bench, defect);
        if (excuse.isEmpty()) {
            return new Attempt.Made(defect, tried);
        }
        return Collections.disjoint(tried.reported(), defect.violates())
                        || !defect.requirements().containsAll(tried.reported())
                ? new Attempt.Impossible(defect, excuse.get())
                : new Attempt.Unexcused(defect, tried);
    }

    private static Optional<String> excuse(Bench bench, Defect defect) {
        return Optional.ofNullable(defect.notIn().get(bench.profile()));
    }

    private static List<CompletableFuture<ProfileRun>> soundRuns(Executor pool, Bench bench, int times) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> sound(bench), pool))
                .limit(times)
                .toList();
    }

    private static ProfileRun sound(Bench bench) {
        try {
            return bench.run(Optional.empty(), Choice.EVERYTHING);
        } catch (InexpressibleException e) {
            throw new IllegalStateException("a sound registry can always be built", e);
        }
    }

    private static <T> List<T> results(List<CompletableFuture<T>> futures) {
        try {
            return futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw new IllegalStateException("a run failed inside the harness", e.getCause());
        }
    }
}
