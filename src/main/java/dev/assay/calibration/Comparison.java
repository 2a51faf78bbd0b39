package dev.assay.calibration;

import dev.assay.calibration.Calibration.Attempt;
import dev.assay.calibration.CalibrationResult.Cell;
import dev.assay.calibration.CalibrationResult.Inexpressible;
import dev.assay.calibration.CalibrationResult.ProfileSummary;
import dev.assay.calibration.CalibrationResult.SoundRuns;
import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.result.ProfileRun;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the suite said of one kind of registry, compared with what is true.
 *
 * @param sound the sound registry's runs
 * @param attempts what became of each defect
 */
record Comparison(String profile, List<ProfileRun> sound, List<Attempt> attempts) {

    static CalibrationResult together(List<Comparison> comparisons, long durationMs) {
        var tried = all(comparisons, c -> c.made().map(Attempt.Made::tried));
        var runs = comparisons.stream().map(Comparison::soundRuns).toList();
        return new CalibrationResult(
                CalibrationResult.SCHEMA_VERSION,
                tried,
                tried.size(),
                verdicts(tried),
                all(comparisons, Comparison::missed),
                all(comparisons, Comparison::falseAlarms),
                all(comparisons, Comparison::inexpressible),
                all(comparisons, Comparison::unexcused),
                new SoundRuns(
                        runs.stream().mapToInt(SoundRuns::runs).sum(),
                        runs.stream().mapToInt(SoundRuns::withFindings).sum(),
                        runs.stream().flatMap(r -> r.findings().stream()).toList()),
                comparisons.stream().map(Comparison::summary).toList(),
                durationMs);
    }

    private static <T> List<T> all(List<Comparison> comparisons, Function<Comparison, Stream<T>> part) {
        return comparisons.stream().flatMap(part).toList();
    }

    private static int verdicts(List<Tried> tried) {
        return tried.stream().mapToInt(t -> t.judged().size()).sum();
    }

    private ProfileSummary summary() {
        var tried = made().map(Attempt.Made::tried).toList();
        return new ProfileSummary(
                profile,
                attempts.size(),
                tried.size(),
                verdicts(tried),
                (int) missed().count(),
                (int) falseAlarms().count(),
                (int) inexpressible().count(),
                soundRuns());
    }

    private Stream<Attempt.Made> made() {
        return attempts.stream().filter(Attempt.Made.class::isInstance).map(Attempt.Made.class::cast);
    }

    private Stream<Inexpressible> inexpressible() {
        return attempts.stream()
                .filter(Attempt.Impossible.class::isInstance)
                .map(Attempt.Impossible.class::cast)
                .map(a -> new Inexpressible(profile, a.defect().id(), a.reason()));
    }

    private Stream<Cell> missed() {
        return made().flatMap(a -> a.tried().violates().stream()
                .filter(id -> !a.tried().reported().contains(id))
                .map(id -> cell(a.defect(), id, "not reported, although a registry that %s breaks it")));
    }

    private Stream<Cell> falseAlarms() {
        return made().flatMap(a -> a.tried().reported().stream()
                .filter(id -> !a.defect().requirements().contains(id))
                .map(id -> cell(a.defect(), id, "reported, although a registry that %s does not break it")));
    }

    private Stream<Cell> unexcused() {
        return attempts.stream()
                .filter(Attempt.Unexcused.class::isInstance)
                .map(Attempt.Unexcused.class::cast)
                .flatMap(a -> a.defect().violates().stream()
                        .filter(a.tried().reported()::contains)
                        .map(id -> cell(a.defect(), id, "reported, although it is said that no such registry %s")));
    }

    private Cell cell(Defect defect, String requirement, String reason) {
        return new Cell(profile, defect.id(), requirement, reason.formatted(defect.title()));
    }

    private SoundRuns soundRuns() {
        return new SoundCheck(profile, sound).soundRuns();
    }
}
