package dev.assay.reference.dialect.pypi;

import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.Locale;

/**
 * Answers of the upload interface: the text stands in the reason phrase and, in the form that {@code Accept} asks for,
 * in the body (pypi/warehouse warehouse/forklift/legacy.py, Pylons/pyramid src/pyramid/httpexceptions.py).
 */
final class UploadAnswers {

    private static final String MALFORMED =
            "The server could not comply with the request since it is either malformed" + " or otherwise incorrect.";
    private static final String DENIED = "Access was denied to this resource.";

    private UploadAnswers() {}

    static Answer success(Request request) {
        return answer(request, 200, "OK", "OK", "", "");
    }

    static Answer badRequest(Request request, String text) {
        return answer(request, 400, "Bad Request", text, MALFORMED, text);
    }

    static Answer forbidden(Request request, String text) {
        return answer(request, 403, "Forbidden", text, DENIED, text);
    }

    private static Answer answer(
            Request request, int status, String title, String phrase, String explanation, String detail) {
        var code = status + " " + phrase;
        return switch (form(request.header("Accept"))) {
            case "json" ->
                Answer.of(status, "application/json", json(code, title, explanation, detail))
                        .withPhrase(phrase);
            case "html" ->
                Answer.of(status, "text/html; charset=UTF-8", html(code, explanation, detail))
                        .withPhrase(phrase);
            default ->
                Answer.of(
                                status,
                                "text/plain; charset=UTF-8",
                                "%s\n\n%s\n\n%s\n\n".formatted(code, explanation, detail))
                        .withPhrase(phrase);
        };
    }

    private static String json(String code, String title, String explanation, String detail) {
        return "{\"message\": %s, \"code\": %s, \"title\": %s}"
                .formatted(quoted("%s\n\n\n%s\n\n".formatted(explanation, detail)), quoted(code), quoted(title));
    }

    private static String html(String code, String explanation, String detail) {
        return """
                <html>
                 <head>
                  <title>%s</title>
                 </head>
                 <body>
                  <h1>%s</h1>
                  %s<br/><br/>
                %s

                 </body>
                </html>""".formatted(escaped(code), escaped(code), explanation, escaped(detail));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }

    static String quoted(String text) {
        return Answer.json(200, text).body().toString();
    }

    /** HTML wins ties; a request without {@code Accept} gets plain text. */
    private static String form(String accept) {
        var html = quality(accept, "text/html");
        var json = quality(accept, "application/json");
        if (html > 0 && html >= json) {
            return "html";
        }
        return json > 0 ? "json" : "text";
    }

    private static double quality(String accept, String mediaType) {
        var best = 0.0;
        for (var range : accept.toLowerCase(Locale.ROOT).split(",")) {
            var parts = range.strip().split(";");
            var family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
            if (parts[0].strip().equals(mediaType)
                    || parts[0].strip().equals(family)
                    || parts[0].strip().equals("*/*")) {
                best = Math.max(best, quality(parts));
            }
        }
        return best;
    }

    private static double quality(String[] parts) {
        for (var part : parts) {
            if (part.strip().startsWith("q=")) {
                try {
                    return Double.parseDouble(part.strip().substring(2));
                } catch (NumberFormatException notANumber) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
