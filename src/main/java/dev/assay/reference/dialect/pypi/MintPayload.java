package dev.assay.reference.dialect.pypi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.HashSet;
import java.util.Optional;

/**
 * The body of a mint request: JSON whatever the content type says (pypi/warehouse warehouse/oidc/views.py).
 *
 * @param odd what a body leads to that is not what is expected
 */
record MintPayload(Malformed odd) {

    /** The member that carries the ID token. */
    static final String TOKEN = "token";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The framework parses forms before the view sees them (pypi/warehouse warehouse/sanity.py). */
    static Optional<Answer> formProblem(Request request) {
        if (!request.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        var keys = new HashSet<String>();
        for (var pair : request.body().toString().split("&", -1)) {
            if (pair.contains("=") && !keys.add(pair.substring(0, pair.indexOf('=')))) {
                return Optional.of(Answer.of(
                        400,
                        "text/plain; charset=UTF-8",
                        "400 Bad Request\n\nPOST body may not contain duplicate keys (URL: '%s')"
                                .formatted(request.uri())));
            }
        }
        return Optional.empty();
    }

    String idToken(String body) throws Refused {
        try {
            var payload = JSON.readTree(body);
            if (payload != null && payload.path(TOKEN).isTextual()) {
                return payload.path(TOKEN).textValue();
            }
            throw odd("token\n  Input should be a valid string");
        } catch (JsonProcessingException notJson) {
            throw odd("  Invalid JSON");
        }
    }

    private Refused odd(String problem) {
        if (odd == Malformed.SERVER_ERROR) {
            throw new ServerFault(problem);
        }
        return new Refused(Reason.MALFORMED_REQUEST, "1 validation error for TokenPayload\n" + problem);
    }
}
