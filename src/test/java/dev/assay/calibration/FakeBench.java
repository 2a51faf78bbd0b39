package dev.assay.calibration;

import dev.assay.result.Level;
import dev.assay.result.PaperRuns;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Registries that exist on paper only: what each of their scenarios shows is written down beforehand. */
final class FakeBench implements Bench {
    static final List<Candidate> CANDIDATES = List.of(
            new Candidate("jwt/1", List.of("JWT-1"), true),
            new Candidate("jwt/2", List.of("JWT-1"), true),
            new Candidate("jwt/3", List.of("JWT-1"), false),
            new Candidate("jwt/4", List.of("JWT-1"), false),
            new Candidate("jwt/5", List.of("JWT-2"), false),
            new Candidate("pol/1", List.of("POL-1"), true),
            new Candidate("pol/2", List.of("POL-2"), false));

    private final Map<String, Map<String, Verdict>> byDefect;
    private final AtomicInteger soundRuns = new AtomicInteger();
    private final List<Map<String, Verdict>> sound;

    /**
     * Registries.
     *
     * @param sound what each run of the sound one shows but for passes; the last again and again
     * @param byDefect what a faulty one shows but for passes
     */
    FakeBench(List<Map<String, Verdict>> sound, Map<String, Map<String, Verdict>> byDefect) {
        this.sound = sound;
        this.byDefect = byDefect;
    }

    static Defect defect(String id, List<String> violates, Map<String, String> alsoViolates) {
        return new Defect(
                id,
                "does " + id,
                violates,
                alsoViolates,
                com.fasterxml.jackson.databind.node.NullNode.getInstance(),
                List.of(),
                Map.of());
    }

    @Override
    public String profile() {
        return "paper";
    }

    @Override
    public ProfileRun run(Optional<Defect> defect, Choice choice) {
        var shown = defect.map(d -> byDefect.getOrDefault(d.id(), Map.of()))
                .orElseGet(() -> sound.get(Math.min(soundRuns.getAndIncrement(), sound.size() - 1)));
        var scenarios = new ArrayList<ScenarioResult>();
        for (var candidate : CANDIDATES) {
            if (choice.wants(candidate)) {
                var scenario = scenario(candidate, shown.getOrDefault(candidate.id(), Verdict.PASSED));
                scenarios.add(scenario);
                choice.ended(scenario);
            }
        }
        return run(scenarios);
    }

    private static ScenarioResult scenario(Candidate candidate, Verdict verdict) {
        return new ScenarioResult(
                candidate.id(),
                candidate.id(),
                "",
                "",
                candidate.requirements(),
                verdict,
                false,
                Optional.of("because"),
                1,
                List.of(),
                List.of());
    }

    private static ProfileRun run(List<ScenarioResult> scenarios) {
        var requirements = List.of("JWT-1", "JWT-2", "POL-1", "POL-2").stream()
                .map(id -> requirement(id, scenarios))
                .toList();
        return PaperRuns.run("paper", requirements, scenarios, List.of(), PaperRuns.NOTHING);
    }

    private static RequirementResult requirement(String id, List<ScenarioResult> scenarios) {
        var verdicts = scenarios.stream()
                .filter(s -> s.requirements().contains(id))
                .map(ScenarioResult::verdict)
                .toList();
        var verdict = verdicts.isEmpty()
                ? Verdict.UNTESTED
                : verdicts.contains(Verdict.FAILED) ? Verdict.FAILED : verdicts.get(0);
        return new RequirementResult(
                id,
                Defect.chapter(id),
                "",
                "",
                "",
                Level.MUST,
                List.of(),
                verdict,
                false,
                Optional.empty(),
                Optional.of("because"),
                List.of());
    }
}
