package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.wire.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON answers, compact and with their members in the order of the source. */
final class Replies {

    static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Replies() {}

    static Answer ok(Object value) {
        return Answer.of(200, JSON, text(value));
    }

    /** The envelope of every error: exactly one element. */
    static Answer error(int status, String detail) {
        return Answer.of(status, JSON, text(Map.of("errors", List.of(Map.of("detail", detail)))));
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    static String time(Instant time) {
        return MICROSECONDS.format(time);
    }

    /** Members in the order in which they are put. */
    static LinkedHashMap<String, Object> members() {
        return new LinkedHashMap<>();
    }
}
