package dev.assay.report;

import dev.assay.result.Message;
import dev.assay.result.Message.DecodedToken;
import dev.assay.result.ScenarioResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario as the template {@code scenario.html} shows it.
 *
 * @param duration empty for what did not run
 * @param also the other requirements it bears on
 */
record ScenarioView(
        ScenarioResult scenario,
        Mark mark,
        String anchor,
        String duration,
        List<Also> also,
        List<StepView> steps,
        List<MessageView> messages) {

    /** Another requirement the scenario bears on. */
    record Also(String id, String anchor) {}

    /** A step; {@code letter} is its name in the style sheet. */
    record StepView(String letter, String keyword, String text, String problem) {}

    static ScenarioView of(ScenarioResult scenario, String home, Anchors anchors) {
        return new ScenarioView(
                scenario,
                Mark.of(scenario),
                anchors.of(scenario.id()),
                scenario.steps().stream().anyMatch(step -> !step.status().equals("skipped"))
                        ? Durations.of(scenario.durationMs())
                        : "",
                scenario.requirements().stream()
                        .filter(id -> !id.equals(home))
                        .map(id -> new Also(id, anchors.ofRequirement(id)))
                        .toList(),
                scenario.steps().stream()
                        .map(s -> new StepView(
                                letter(s.status()),
                                s.keyword(),
                                s.text(),
                                s.problem().orElse("")))
                        .toList(),
                scenario.conversation().stream()
                        .map(message -> MessageView.of(message, twin(message, scenario)))
                        .toList());
    }

    public String reason() {
        return scenario.reason().orElse("");
    }

    private static String letter(String status) {
        return switch (status) {
            case "passed" -> "p";
            case "failed" -> "f";
            default -> "k";
        };
    }

    /** The sound token nearest to a forged one in the conversation. */
    private static Optional<DecodedToken> twin(Message message, ScenarioResult scenario) {
        return message.request()
                .idToken()
                .filter(token -> !isSound(token))
                .flatMap(forged -> scenario.conversation().stream()
                        .filter(other -> other.request()
                                .idToken()
                                .filter(ScenarioView::isSound)
                                .isPresent())
                        .min(Comparator.comparingInt(other -> Math.abs(other.number() - message.number())))
                        .flatMap(other -> other.request().idToken()));
    }

    private static boolean isSound(DecodedToken token) {
        return token.description().strip().toLowerCase(Locale.ROOT).startsWith("sound");
    }
}
