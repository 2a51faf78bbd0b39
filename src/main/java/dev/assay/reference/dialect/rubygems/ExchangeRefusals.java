package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.behaviour.AnswerRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a refused exchange is answered: JSON with {@code error}, and what is answered with 404 looks the same for every
 * reason. A description may name the offending claim as {@code {claim}}.
 */
record ExchangeRefusals(AnswerRules rules, RegistryState state) {

    private static final Set<Integer> SEGMENTS = Set.of(3, 5);

    Answer answer(Request request, Refused refused, String idToken) {
        var text = rules.textFor(refused.reason());
        if (text.status() == 404) {
            return Rails.notFound(request);
        }
        var description = text.description()
                .replace("{claim}", firstWord(refused.detail()))
                .replace("{detail}", detail(refused, idToken))
                .replace("{idToken}", idToken)
                .replace("{policies}", text.description().contains("{policies}") ? policies() : "");
        var error = new LinkedHashMap<String, String>();
        return switch (rules.body()) {
            case JSON -> {
                error.put("error", description);
                error.put("code", text.code());
                yield Rails.json(text.status(), error);
            }
            case JSON_WITHOUT_CODE -> Rails.error(text.status(), description);
            case HTML -> Rails.html(text.status(), "<html><body><h1>%d</h1></body></html>".formatted(text.status()));
            case EMPTY -> Answer.empty(text.status());
        };
    }

    /** What is wrong with a malformed token is said in the words of nov/json-jwt and of Ruby. */
    private static String detail(Refused refused, String idToken) {
        if (refused.reason() != Reason.MALFORMED_TOKEN) {
            return refused.detail();
        }
        var segments = idToken.split("\\.", -1);
        if (!SEGMENTS.contains(segments.length)) {
            return "Invalid JWT Format. JWT should include 3 or 5 segments.";
        }
        for (var segment : segments) {
            if (!segment.matches("[A-Za-z0-9+/_-]*=*")) {
                return "invalid base64";
            }
        }
        return refused.detail();
    }

    private static String firstWord(String detail) {
        return detail.replaceFirst(" .*$", "");
    }

    private String policies() {
        return state.atomically(() ->
                state.policies().publishers().stream().map(Publisher::toString).collect(Collectors.joining("; ")));
    }
}
