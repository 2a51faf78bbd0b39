package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.AnswerRules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import java.util.stream.Collectors;

/** What is said about an ID token that is refused. */
record Refusals(AnswerRules rules, RegistryState state) {

    ApiProblem problem(Refused refused, String idToken) {
        return problem(refused, refused.detail(), idToken);
    }

    /** {@code detail} stands in place of what the check itself said. */
    ApiProblem problem(Refused refused, String detail, String idToken) {
        var text = rules.textFor(refused.reason());
        var message = text.description()
                .replace("{detail}", detail)
                .replace("{idToken}", idToken)
                .replace("{policies}", text.description().contains("{policies}") ? policies() : "");
        return new ApiProblem(text.status(), text.code(), message);
    }

    private String policies() {
        return state.atomically(() ->
                state.policies().publishers().stream().map(Publisher::toString).collect(Collectors.joining("; ")));
    }
}
