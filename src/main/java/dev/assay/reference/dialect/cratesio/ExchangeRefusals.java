package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.AnswerRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.wire.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a refused exchange is answered. */
record ExchangeRefusals(AnswerRules rules, RegistryState state) {

    Answer answer(Refused refused, String idToken) {
        var text = rules.textFor(refused.reason());
        var detail = text.description()
                .replace("{explanation}", explained(text.description(), refused, idToken))
                .replace("{detail}", refused.detail())
                .replace("{idToken}", idToken)
                .replace("{policies}", text.description().contains("{policies}") ? policies() : "");
        return switch (rules.body()) {
            case JSON -> withCode(text.status(), text.code(), detail);
            case JSON_WITHOUT_CODE -> Replies.error(text.status(), detail);
            case HTML ->
                Answer.of(
                        text.status(),
                        "text/html; charset=utf-8",
                        "<html><body><h1>%d</h1></body></html>".formatted(text.status()));
            case EMPTY -> Answer.empty(text.status());
        };
    }

    /** One member more than the real registry has. */
    private static Answer withCode(int status, String code, String detail) {
        var error = Replies.members();
        error.put("detail", detail);
        error.put("code", code);
        return Answer.of(status, Replies.JSON, Replies.text(Map.of("errors", List.of(error))));
    }

    private String explained(String description, Refused refused, String idToken) {
        return description.contains("{explanation}") ? new Explanations(state).of(refused, idToken) : "";
    }

    private String policies() {
        return state.atomically(() ->
                state.policies().publishers().stream().map(Publisher::toString).collect(Collectors.joining("; ")));
    }
}
