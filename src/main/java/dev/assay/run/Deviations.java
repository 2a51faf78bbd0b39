package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.profile.Profile.Deviation;
import dev.assay.result.DeviationResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.List;
import java.util.Optional;

/** The failures that a profile foretells, and whether they still occur. */
final class Deviations {
    private final List<Deviation> listed;

    Deviations(Profile profile) {
        this.listed = profile.deviations();
    }

    /** Whether the scenario's verdict is foretold under every requirement it bears on. */
    boolean foretell(ScenarioInfo scenario, Verdict verdict) {
        return !scenario.requirements().isEmpty()
                && scenario.requirements().stream()
                        .allMatch(id -> covering(id, scenario.id(), verdict).isPresent());
    }

    /** The deviation that foretells the scenario's verdict under a requirement. */
    Optional<Deviation> covering(String requirement, String scenario, Verdict verdict) {
        return listed.stream()
                .filter(d -> d.requirement().equals(requirement))
                .filter(d -> d.verdict() == verdict)
                .filter(d -> d.scenarios().isEmpty() || d.scenarios().contains(scenario))
                .findFirst();
    }

    List<DeviationResult> results(List<ScenarioResult> scenarios) {
        return listed.stream().map(d -> result(d, scenarios)).toList();
    }

    private static DeviationResult result(Deviation deviation, List<ScenarioResult> scenarios) {
        return new DeviationResult(
                deviation.requirement(), deviation.reason(), deviation.source(), healed(deviation, scenarios));
    }

    private static boolean healed(Deviation deviation, List<ScenarioResult> scenarios) {
        var concerned = scenarios.stream()
                .filter(s -> s.requirements().contains(deviation.requirement()))
                .filter(s ->
                        deviation.scenarios().isEmpty() || deviation.scenarios().contains(s.id()))
                .map(ScenarioResult::verdict)
                .toList();
        if (!deviation.scenarios().isEmpty()) {
            return concerned.contains(Verdict.PASSED);
        }
        return concerned.contains(Verdict.PASSED)
                && concerned.stream().allMatch(v -> v == Verdict.PASSED || v == Verdict.INAPPLICABLE);
    }
}
