package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.AnswerRules.Body;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the API answers (dart-lang/pub-dev app/lib/shared/exceptions.dart).
 *
 * @param body how a problem is written
 */
record ApiAnswers(Body body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/json; charset=\"utf-8\"";
    private static final int LONGEST_CHALLENGE = 1024;

    /** Something to do that can end in a problem. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Request request) throws ApiProblem;
    }

    /** An endpoint that answers problems with the error envelope, and crashes with a web page. */
    Endpoint endpoint(Handler handler) {
        return request -> {
            try {
                return handler.answer(request);
            } catch (ApiProblem problem) {
                return problem(problem);
            } catch (ServerFault crash) {
                return page(500, "Internal server error");
            }
        };
    }

    /** JSON whose members stay in order. */
    static Answer json(int status, Map<String, ?> members) {
        try {
            return Answer.of(status, MEDIA_TYPE, JSON.writeValueAsString(members))
                    .with("x-content-type-options", "nosniff");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Answer page(int status, String title) {
        return Answer.of(
                status,
                "text/html; charset=\"utf-8\"",
                "<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1></body></html>\n"
                        .formatted(title, title));
    }

    Answer problem(ApiProblem problem) {
        var answer = written(problem);
        return problem.status() == 401 || problem.status() == 403
                ? answer.with("WWW-Authenticate", challenge(problem.message()))
                : answer;
    }

    private Answer written(ApiProblem problem) {
        return switch (body) {
            case JSON -> json(problem.status(), envelope(problem));
            case JSON_WITHOUT_CODE -> json(problem.status(), Map.of("message", problem.message()));
            case HTML -> page(problem.status(), String.valueOf(problem.status()));
            case EMPTY -> Answer.empty(problem.status());
        };
    }

    private static Map<String, Object> envelope(ApiProblem problem) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", problem.code());
        error.put("message", problem.message());
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("error", error);
        envelope.putAll(error);
        return envelope;
    }

    /** No quotation mark within the text, nothing but ASCII, one blank at a time, and not more than fits. */
    private static String challenge(String message) {
        var text = message.replace('"', '\'').replaceAll("[^\\x20-\\x7f]", " ");
        var start = text.substring(0, Math.min(LONGEST_CHALLENGE, text.length()));
        return "Bearer realm=\"pub\", message=\"%s\"".formatted(start.replaceAll("\\s+", " "));
    }
}
