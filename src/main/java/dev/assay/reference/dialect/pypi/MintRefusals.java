package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.AnswerRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.wire.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a refused exchange is answered: always one element in {@code errors}. */
record MintRefusals(AnswerRules rules, RegistryState state) {

    private static final int ECHOED_INPUT = 50;

    Answer answer(Refused refused, String idToken, String input) {
        var text = rules.textFor(refused.reason());
        var description = text.description()
                .replace("{detail}", refused.detail())
                .replace("{input}", input.substring(0, Math.min(ECHOED_INPUT, input.length())))
                .replace("{idToken}", idToken)
                .replace("{policies}", text.description().contains("{policies}") ? policies() : "");
        return switch (rules.body()) {
            case JSON -> json(text.status(), Map.of("code", text.code(), "description", description));
            case JSON_WITHOUT_CODE -> json(text.status(), Map.of("description", description));
            case HTML ->
                Answer.of(
                        text.status(),
                        "text/html; charset=UTF-8",
                        "<html><body><h1>%d</h1></body></html>".formatted(text.status()));
            case EMPTY -> Answer.empty(text.status());
        };
    }

    private static Answer json(int status, Map<String, String> error) {
        return Answer.json(status, Map.of("errors", List.of(error), "message", "Token request failed"));
    }

    private String policies() {
        return state.atomically(() ->
                state.policies().publishers().stream().map(Publisher::toString).collect(Collectors.joining("; ")));
    }
}
