package dev.assay.reference.wire;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, received completely.
 *
 * @param method such as {@code GET}
 * @param uri path and query as sent
 * @param pathParameters by name
 * @param query by name
 * @param headers by name
 * @param body possibly empty
 */
public record Request(
        String method, String uri, Map<String, String> pathParameters, MultiMap query, MultiMap headers, Buffer body) {

    /** A header, or an empty text. */
    public String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElse("");
    }

    /** A path parameter, or an empty text. */
    public String pathParameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    /** What follows the scheme in the {@code Authorization} header; schemes have no case (RFC 9110 §11.1). */
    public Optional<String> credentials(String scheme) {
        var header = header("Authorization");
        var start = scheme.toLowerCase(Locale.ROOT) + " ";
        return header.toLowerCase(Locale.ROOT).startsWith(start)
                ? Optional.of(header.substring(start.length()).strip())
                : Optional.empty();
    }
}
