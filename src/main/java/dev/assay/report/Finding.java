package dev.assay.report;

import dev.assay.result.DeviationResult;
import dev.assay.result.Level;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a reader must see first: an unexpected failure, a healed deviation, or something that cannot be told.
 *
 * @param kind in order of urgency
 * @param requirement the requirement's id; empty for a scenario that bears on none
 * @param level the requirement's level; empty for a scenario that bears on none
 * @param title the requirement's title, or the feature's
 * @param statement the requirement in one sentence; may be empty
 * @param reason why, where that is not said by the scenarios; may be empty
 * @param scenarios those that failed, or that cannot tell
 */
record Finding(
        Kind kind,
        String requirement,
        String level,
        String title,
        String statement,
        String reason,
        List<ScenarioResult> scenarios) {

    enum Kind {
        FAILED_MUST("Failed MUST", "MUST failed", Mark.FAILED),
        FAILED_SHOULD("Failed SHOULD", "SHOULD failed", Mark.FAILED),
        FAILED_MAY("Failed MAY", "MAY failed", Mark.FAILED),
        FAILED("Failed, without a requirement", "failed without a requirement", Mark.FAILED),
        HEALED("Healed deviations", "healed", Mark.PASSED),
        CANT_TELL("Can’t tell", "can’t tell", Mark.CANT_TELL);

        private final String heading;
        private final String phrase;
        private final Mark mark;

        Kind(String heading, String phrase, Mark mark) {
            this.heading = heading;
            this.phrase = phrase;
            this.mark = mark;
        }

        public String heading() {
            return heading;
        }

        /** What follows the number of such findings. */
        public String phrase() {
            return phrase;
        }

        public Mark mark() {
            return mark;
        }

        private static Kind failed(Level level) {
            return switch (level) {
                case MUST -> FAILED_MUST;
                case SHOULD -> FAILED_SHOULD;
                case MAY -> FAILED_MAY;
            };
        }
    }

    /** Every finding of a run, the most urgent first, and in catalogue order within its kind. */
    static List<Finding> of(ProfileRun run) {
        List<Finding> findings = new ArrayList<>();
        for (var requirement : run.requirements()) {
            failure(requirement, run).ifPresent(findings::add);
            doubt(requirement, run).ifPresent(findings::add);
        }
        run.deviations().stream()
                .filter(DeviationResult::healed)
                .forEach(deviation -> findings.add(healing(deviation, run)));
        run.scenarios().stream()
                .filter(scenario -> run.requirements().stream().noneMatch(r -> bears(scenario, r)))
                .forEach(scenario -> orphan(scenario).ifPresent(findings::add));
        findings.sort(Comparator.comparing(Finding::kind));
        return List.copyOf(findings);
    }

    private static Optional<Finding> failure(RequirementResult requirement, ProfileRun run) {
        return requirement.verdict() == Verdict.FAILED && !requirement.expected()
                ? Optional.of(of(Kind.failed(requirement.level()), requirement, with(Verdict.FAILED, requirement, run)))
                : Optional.empty();
    }

    private static Optional<Finding> doubt(RequirementResult requirement, ProfileRun run) {
        var scenarios = with(Verdict.CANT_TELL, requirement, run);
        return requirement.verdict() == Verdict.CANT_TELL || !scenarios.isEmpty()
                ? Optional.of(of(Kind.CANT_TELL, requirement, scenarios))
                : Optional.empty();
    }

    private static Finding healing(DeviationResult deviation, ProfileRun run) {
        var requirement = run.requirements().stream()
                .filter(candidate -> candidate.id().equals(deviation.requirement()))
                .findFirst();
        return new Finding(
                Kind.HEALED,
                deviation.requirement(),
                requirement.map(r -> r.level().name()).orElse(""),
                requirement.map(RequirementResult::title).orElse("A requirement outside this run"),
                requirement.map(RequirementResult::statement).orElse(""),
                "No scenario failed any more; delete the entry that lists this deviation: " + deviation.reason(),
                List.of());
    }

    private static Optional<Finding> orphan(ScenarioResult scenario) {
        return switch (Mark.of(scenario)) {
            case FAILED -> Optional.of(of(Kind.FAILED, scenario));
            case CANT_TELL -> Optional.of(of(Kind.CANT_TELL, scenario));
            default -> Optional.empty();
        };
    }

    private static Finding of(Kind kind, ScenarioResult scenario) {
        return new Finding(kind, "", "", scenario.feature(), "", "", List.of(scenario));
    }

    private static Finding of(Kind kind, RequirementResult requirement, List<ScenarioResult> scenarios) {
        return new Finding(
                kind,
                requirement.id(),
                requirement.level().name(),
                requirement.title(),
                requirement.statement(),
                scenarios.isEmpty() ? requirement.reason().orElse("") : "",
                scenarios);
    }

    private static List<ScenarioResult> with(Verdict verdict, RequirementResult requirement, ProfileRun run) {
        return run.scenarios().stream()
                .filter(scenario -> scenario.verdict() == verdict && bears(scenario, requirement))
                .toList();
    }

    private static boolean bears(ScenarioResult scenario, RequirementResult requirement) {
        return scenario.requirements().contains(requirement.id());
    }
}
