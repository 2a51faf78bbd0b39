package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Multipart;
import dev.assay.reference.wire.Request;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The one parameter {@code jwt}, which the framework takes from a JSON, form or multipart body or from the query.
 *
 * @param odd what a parameter of another type leads to
 */
record ExchangeParameter(Malformed odd) {

    /** The parameter that carries the ID token. */
    static final String NAME = "jwt";

    /** Refuses nesting beyond 100, as Ruby's JSON does. */
    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The ID token as text. */
    String read(Request request) throws Refused {
        var fromBody = fromBody(request);
        var value = fromBody.isPresent()
                ? fromBody.get()
                : Optional.ofNullable(request.query().get(NAME)).orElse("");
        if (value.isEmpty()) {
            throw missing();
        }
        if (value.indexOf('\0') >= 0) {
            throw new Refused(Reason.MALFORMED_REQUEST, "bad request");
        }
        return value;
    }

    private Optional<String> fromBody(Request request) throws Refused {
        var type = request.header("Content-Type");
        var lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("application/json")) {
            return fromJson(request.body());
        }
        if (lower.startsWith("application/x-www-form-urlencoded")) {
            return fromForm(request.body().toString());
        }
        return Multipart.parse(type, request.body().getBytes())
                .flatMap(parts -> parts.stream()
                        .filter(part -> part.name().equals(NAME))
                        .map(Multipart.Part::text)
                        .findFirst());
    }

    private Optional<String> fromJson(Buffer body) throws Refused {
        if (body.length() == 0) {
            return Optional.empty();
        }
        try {
            var value = JSON.readTree(body.getBytes()).path(NAME);
            return value.isMissingNode() ? Optional.empty() : Optional.of(text(value));
        } catch (JsonProcessingException notJson) {
            throw new Refused(Reason.MALFORMED_REQUEST, "Bad Request");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(JsonNode value) throws Refused {
        if (value.isTextual()) {
            return value.textValue();
        }
        if ((value.isNumber() || value.isBoolean()) && odd == Malformed.SERVER_ERROR) {
            throw new ServerFault("jwt is a number or a boolean");
        }
        throw missing();
    }

    private static Optional<String> fromForm(String form) {
        for (var pair : form.split("&", -1)) {
            if (pair.startsWith(NAME + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(NAME.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static Refused missing() {
        return new Refused(Reason.MALFORMED_REQUEST, "Request is missing param '%s'".formatted(NAME));
    }
}
