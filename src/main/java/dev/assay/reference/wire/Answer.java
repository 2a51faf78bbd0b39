package dev.assay.reference.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param phrase the reason phrase, if not the usual one
 * @param headers by name
 * @param body possibly empty
 */
public record Answer(int status, Optional<String> phrase, Map<String, String> headers, Buffer body) {

    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Optional.empty(), Map.of(), Buffer.buffer());
    }

    /** Compact JSON with sorted members. */
    public static Answer json(int status, Object value) {
        try {
            return of(status, "application/json", SORTED.writeValueAsString(value));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** A text of some media type. */
    public static Answer of(int status, String mediaType, String body) {
        return new Answer(status, Optional.empty(), Map.of("Content-Type", mediaType), Buffer.buffer(body));
    }

    /** Octets of some media type. */
    public static Answer bytes(String mediaType, byte[] body) {
        return new Answer(200, Optional.empty(), Map.of("Content-Type", mediaType), Buffer.buffer(body));
    }

    /** A redirection. */
    public static Answer redirect(int status, String location) {
        return empty(status).with("Location", location);
    }

    /** A copy with one more header. */
    public Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, phrase, more, body);
    }

    /** A copy with another reason phrase; what is not Latin-1 or breaks the line becomes a question mark. */
    public Answer withPhrase(String text) {
        return new Answer(status, Optional.of(text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?")), headers, body);
    }
}
