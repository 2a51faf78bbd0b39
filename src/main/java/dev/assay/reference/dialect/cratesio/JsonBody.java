package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.reference.wire.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * A JSON body and what the web framework says of one that it cannot read. The sentences are the framework's; the column
 * is where the body ends, which is where most problems show.
 *
 * @param value what was sent
 * @param column number of octets in its only line
 */
record JsonBody(JsonNode value, int column) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonBody read(Request request) throws Rejected {
        if (!isJson(request.header("Content-Type"))) {
            throw new Rejected(415, "Expected request with `Content-Type: application/json`");
        }
        var column = request.body().length();
        try {
            var value = MAPPER.readTree(request.body().getBytes());
            if (value.isMissingNode()) {
                throw malformed("EOF while parsing a value", 1, 0);
            }
            return new JsonBody(value, column);
        } catch (JsonEOFException cut) {
            throw malformed("EOF while parsing an object", 1, column);
        } catch (JsonProcessingException broken) {
            var at = Optional.ofNullable(broken.getLocation());
            throw malformed(
                    "expected value",
                    at.map(location -> Math.max(1, location.getLineNr())).orElse(1),
                    at.map(location -> Math.max(1, location.getColumnNr())).orElse(1));
        } catch (java.io.IOException impossible) {
            throw malformed("expected value", 1, 1);
        }
    }

    /** The member of an object, which is to be an object itself. */
    JsonBody object(String name) throws Rejected {
        return new JsonBody(member(name, JsonNode::isObject, "struct"), column);
    }

    /** A text that has to be there. */
    String text(String name) throws Rejected {
        return member(name, JsonNode::isTextual, "a string").textValue();
    }

    /** A text that may be null or absent. */
    Optional<String> optionalText(String name) throws Rejected {
        return value.hasNonNull(name) ? Optional.of(text(name)) : Optional.empty();
    }

    private JsonNode member(String name, java.util.function.Predicate<JsonNode> fits, String wanted) throws Rejected {
        if (!value.isObject()) {
            throw mistyped("invalid type: %s, expected struct".formatted(kind(value)));
        }
        var member = value.path(name);
        if (member.isMissingNode()) {
            throw mistyped("missing field `%s`".formatted(name));
        }
        if (!fits.test(member)) {
            throw mistyped("%s: invalid type: %s, expected %s".formatted(name, kind(member), wanted));
        }
        return member;
    }

    private Rejected mistyped(String problem) {
        return new Rejected(
                422,
                "Failed to deserialize the JSON body into the target type: %s at line 1 column %d"
                        .formatted(problem, column));
    }

    private static Rejected malformed(String problem, int line, int column) {
        return new Rejected(
                400,
                "Failed to parse the request body as JSON: %s at line %d column %d".formatted(problem, line, column));
    }

    private static boolean isJson(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean `%s`".formatted(node.asText());
            case NUMBER -> "integer `%s`".formatted(node.asText());
            case STRING -> "string \"%s\"".formatted(node.asText());
            case ARRAY -> "sequence";
            default -> "map";
        };
    }
}
