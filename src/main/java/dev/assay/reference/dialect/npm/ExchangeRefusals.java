package dev.assay.reference.dialect.npm;

import dev.assay.reference.behaviour.AnswerRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.wire.Answer;
import java.util.Map;
import java.util.stream.Collectors;

/** How a refused exchange is answered: a {@code message}, and a {@code code} where the behaviour gives one. */
record ExchangeRefusals(AnswerRules rules, RegistryState state) {

    private static final String PREFIX = "OIDC token exchange error - ";

    Answer answer(Refused refused, String idToken) {
        var text = rules.textFor(refused.reason());
        var message = PREFIX
                + text.description()
                        .replace("{detail}", refused.detail())
                        .replace("{idToken}", idToken)
                        .replace("{policies}", text.description().contains("{policies}") ? policies() : "");
        return switch (rules.body()) {
            case JSON -> Answer.json(text.status(), Map.of("code", text.code(), "message", message));
            case JSON_WITHOUT_CODE -> NpmAnswers.message(text.status(), message);
            case HTML ->
                Answer.of(
                        text.status(),
                        "text/html; charset=utf-8",
                        "<html><body><h1>%d</h1></body></html>".formatted(text.status()));
            case EMPTY -> Answer.empty(text.status());
        };
    }

    private String policies() {
        return state.atomically(() ->
                state.policies().publishers().stream().map(Publisher::toString).collect(Collectors.joining("; ")));
    }
}
