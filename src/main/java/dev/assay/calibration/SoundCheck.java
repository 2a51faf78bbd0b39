package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.SoundRuns;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a sound registry comes out clean, and always the same. */
record SoundCheck(String profile, List<ProfileRun> runs) {
    private static final Set<Verdict> FINDINGS = Set.of(Verdict.FAILED, Verdict.CANT_TELL);

    SoundRuns soundRuns() {
        var first = verdicts(runs.get(0));
        var findings = runs.stream().map(run -> findings(run, first)).toList();
        return new SoundRuns(
                runs.size(),
                (int) findings.stream().filter(f -> !f.isEmpty()).count(),
                findings.stream().flatMap(List::stream).distinct().sorted().toList());
    }

    private List<String> findings(ProfileRun run, Map<String, Verdict> first) {
        return run.scenarios().stream()
                .flatMap(s -> FINDINGS.contains(s.verdict())
                        ? Stream.of(said(s, s.reason().orElse("")))
                        : s.verdict() == first.get(s.id())
                                ? Stream.empty()
                                : Stream.of(said(s, "not so in another run")))
                .toList();
    }

    private String said(ScenarioResult scenario, String more) {
        return profile + ": " + scenario.id() + ": " + scenario.verdict().word() + ": " + more;
    }

    private static Map<String, Verdict> verdicts(ProfileRun run) {
        return run.scenarios().stream().collect(Collectors.toMap(ScenarioResult::id, ScenarioResult::verdict));
    }
}
