package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Answers as the framework writes them: media types with a character set, JSON members in the order they are given. */
final class Rails {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String NOT_FOUND_PAGE = """
            <!DOCTYPE html>
            <html lang="en">
              <head>
                <title>Page not found | RubyGems.org</title>
              </head>
              <body>
                <h1>Page not found.</h1>
              </body>
            </html>
            """;

    private Rails() {}

    static Answer json(int status, Object value) {
        return Answer.of(status, "application/json; charset=utf-8", write(value));
    }

    /** With milliseconds. */
    static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static Answer error(int status, String text) {
        return json(status, Map.of("error", text));
    }

    static Answer text(int status, String text) {
        return Answer.of(status, "text/plain; charset=utf-8", text);
    }

    static Answer html(int status, String page) {
        return Answer.of(status, "text/html; charset=utf-8", page);
    }

    /**
     * What is not found, in the form that {@code Accept} asks for; every reason looks the same (rubygems/rubygems.org
     * app/controllers/application_controller.rb).
     */
    static Answer notFound(Request request) {
        var accept = request.header("Accept").toLowerCase(Locale.ROOT);
        if (wantsJson(request)) {
            return error(404, "Not Found");
        }
        if (accept.isEmpty() || accept.contains("*/*") || accept.contains("text/html")) {
            return html(404, NOT_FOUND_PAGE);
        }
        return accept.contains("yaml")
                ? Answer.of(404, "text/yaml; charset=utf-8", "---\nerror: Not Found\n")
                : text(404, "Not Found");
    }

    /** A refusal of the management interface: plain text, unless JSON is what is asked for. */
    static Answer denied(Request request, int status, String text) {
        return wantsJson(request) ? error(status, text) : text(status, text);
    }

    private static boolean wantsJson(Request request) {
        var path = request.uri().replaceFirst("\\?.*$", "");
        return path.endsWith(".json")
                || request.header("Accept").toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
