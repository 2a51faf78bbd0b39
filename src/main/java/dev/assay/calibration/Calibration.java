package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Cell;
import dev.assay.calibration.CalibrationResult.SoundRuns;
import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the suite against every defect, and against the sound registry, and compares what it says with what is true. */
public final class Calibration {
    /** Tag of the scenarios that run for every defect. */
    public static final String SMOKE = "@smoke";

    /** So many scenarios belong to this chapter that, short of a full calibration, its requirements count one by one. */
    private static final String LARGEST = "JWT";

    private final Catalogue catalogue;
    private final Bench bench;

    /** Runs the suite once. */
    @FunctionalInterface
    public interface Bench {
        /**
         * A run.
         *
         * @param defect what is wrong with the registry, if anything
         * @param tags tag expression of the scenarios to run; empty for all
         */
        ProfileRun run(Optional<Defect> defect, Optional<String> tags);
    }

    /** Calibrates the suite on a bench. */
    public Calibration(Catalogue catalogue, Bench bench) {
        this.catalogue = catalogue;
        this.bench = bench;
    }

    /**
     * Calibrates.
     *
     * @param full whether to run every scenario for every defect
     * @param soundRuns how often to run the sound registry
     * @param threads how many runs at once
     * @param progress told of every defect that was tried
     */
    public CalibrationResult calibrate(
            String profile, List<Defect> defects, boolean full, int soundRuns, int threads, Consumer<Tried> progress) {
        var startedAt = Instant.now();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var sound = submit(pool, Collections.<Callable<List<String>>>nCopies(soundRuns, this::soundFindings));
            var tried = submit(
                    pool,
                    defects.stream()
                            .<Callable<Tried>>map(d -> () -> tried(d, full, progress))
                            .toList());
            return new CalibrationResult(
                    CalibrationResult.SCHEMA_VERSION,
                    profile,
                    results(tried),
                    cells(results(tried)),
                    missed(results(tried)),
                    falseAlarms(results(tried), defects),
                    sound(results(sound)),
                    Duration.between(startedAt, Instant.now()).toMillis());
        } finally {
            pool.shutdownNow();
        }
    }

    private Tried tried(Defect defect, boolean full, Consumer<Tried> progress) {
        var startedAt = Instant.now();
        var run = bench.run(Optional.of(defect), full ? Optional.empty() : Optional.of(tags(defect)));
        var tried = new Tried(
                defect.id(),
                defect.title(),
                defect.violates(),
                reported(run),
                run.scenarios().stream()
                        .filter(s -> s.verdict() == Verdict.FAILED)
                        .map(ScenarioResult::id)
                        .toList(),
                run.scenarios().size(),
                Duration.between(startedAt, Instant.now()).toMillis());
        synchronized (progress) {
            progress.accept(tried);
        }
        return tried;
    }

    /** The smoke set, every scenario about what the defect breaks, and the rest of those chapters but for the largest. */
    private String tags(Defect defect) {
        var broken = defect.requirements();
        return Stream.concat(
                        Stream.of(SMOKE),
                        catalogue.requirements().stream()
                                .filter(r -> broken.contains(r.id())
                                        || (!r.chapter().equals(LARGEST)
                                                && defect.chapters().contains(r.chapter())))
                                .map(r -> "@" + r.id()))
                .collect(Collectors.joining(" or "));
    }

    private static List<String> reported(ProfileRun run) {
        return run.requirements().stream()
                .filter(r -> r.verdict() == Verdict.FAILED)
                .map(RequirementResult::id)
                .toList();
    }

    private List<String> soundFindings() {
        var run = bench.run(Optional.empty(), Optional.empty());
        return run.scenarios().stream()
                .filter(s -> s.verdict() == Verdict.FAILED || s.verdict() == Verdict.CANT_TELL)
                .map(s -> s.id() + ": " + s.verdict().word() + ": " + s.reason().orElse(""))
                .toList();
    }

    private static SoundRuns sound(List<List<String>> runs) {
        var findings = runs.stream().flatMap(List::stream).distinct().sorted().toList();
        return new SoundRuns(
                runs.size(), (int) runs.stream().filter(r -> !r.isEmpty()).count(), findings);
    }

    private int cells(List<Tried> tried) {
        var testable = catalogue.requirements().stream()
                .filter(r -> r.notYet().isEmpty() && r.declared().isEmpty())
                .count();
        return tried.size() * (int) testable;
    }

    private static List<Cell> missed(List<Tried> tried) {
        return tried.stream()
                .flatMap(t -> t.violates().stream()
                        .filter(id -> !t.reported().contains(id))
                        .map(id -> new Cell(
                                t.id(), id, "not reported, although a registry that " + t.title() + " breaks it")))
                .toList();
    }

    private static List<Cell> falseAlarms(List<Tried> tried, List<Defect> defects) {
        var cells = new ArrayList<Cell>();
        for (var t : tried) {
            var defect = defects.stream()
                    .filter(d -> d.id().equals(t.id()))
                    .findFirst()
                    .orElseThrow();
            t.reported().stream()
                    .filter(id -> !defect.violates().contains(id)
                            && !defect.alsoViolates().containsKey(id))
                    .map(id -> new Cell(
                            t.id(), id, "reported, although a registry that " + t.title() + " does not break it"))
                    .forEach(cells::add);
        }
        return cells;
    }

    private static <T> List<Future<T>> submit(ExecutorService pool, List<Callable<T>> tasks) {
        return tasks.stream().map(task -> pool.submit(task)).toList();
    }

    private static <T> List<T> results(List<Future<T>> futures) {
        return futures.stream().map(Calibration::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("calibration was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed inside the harness", e.getCause());
        }
    }
}
