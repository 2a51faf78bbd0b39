package dev.assay.report;

import dev.assay.result.Message;
import dev.assay.result.ScenarioResult;
import dev.assay.result.StepResult;
import java.util.List;
import java.util.Optional;

/** A finding as the template {@code finding.html} shows it. */
record FindingView(Finding finding, String anchor, List<Culprit> culprits) {

    /**
     * A scenario that failed or cannot tell.
     *
     * @param anchor its address in the page
     * @param name its name
     * @param reason why, in one line
     * @param step the sentence that did not hold; may be empty
     * @param problem what was wrong with it, if that is not the reason already; may be empty
     * @param evidence the last message that was judged, in one line; may be empty
     */
    record Culprit(String anchor, String name, String reason, String step, String problem, String evidence) {
        private static Culprit of(ScenarioResult scenario, Anchors anchors) {
            var failed = scenario.steps().stream()
                    .filter(step -> step.status().equals("failed"))
                    .findFirst();
            var problem = failed.flatMap(StepResult::problem).orElse("");
            var reason = scenario.reason().orElse(problem);
            return new Culprit(
                    anchors.of(scenario.id()),
                    scenario.name(),
                    reason,
                    failed.map(step -> step.keyword() + " " + step.text()).orElse(""),
                    problem.equals(reason) ? "" : problem,
                    lastJudged(scenario).map(Culprit::line).orElse(""));
        }

        private static Optional<Message> lastJudged(ScenarioResult scenario) {
            return scenario.conversation().stream()
                    .filter(message -> message.outcome().isPresent())
                    .reduce((earlier, later) -> later);
        }

        private static String line(Message message) {
            var answer = message.response()
                    .map(response -> (response.status() + " " + response.reason()).strip())
                    .or(message::problem)
                    .orElse("no answer");
            return message.number() + ". " + message.from() + " → " + message.to() + ", " + message.purpose() + ": "
                    + answer + ". " + message.outcome().orElse("");
        }
    }

    static FindingView of(Finding finding, Anchors anchors) {
        return new FindingView(
                finding,
                anchors.ofRequirement(finding.requirement()),
                finding.scenarios().stream()
                        .map(scenario -> Culprit.of(scenario, anchors))
                        .toList());
    }
}
