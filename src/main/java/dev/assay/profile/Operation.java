package dev.assay.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the registry, and how its answer is judged. An answer that fits none of the kinds is broken.
 *
 * @param request what is sent
 * @param granted the answer that means yes
 * @param refused the answers that mean no, tried in order
 * @param unavailable the answers that mean not now: an orderly report of trouble elsewhere
 */
public record Operation(Request request, Answer granted, List<Answer> refused, List<Answer> unavailable) {

    public Operation {
        refused = refused == null ? List.of() : List.copyOf(refused);
        unavailable = unavailable == null ? List.of() : List.copyOf(unavailable);
    }

    /**
     * What is sent. Every text is a template.
     *
     * @param path appended to the target's base URL, with its query; placeholders are percent-encoded by {@code .path}
     * @param basic user name and password for HTTP Basic authentication, as {@code user:password}
     * @param body text body
     * @param multipart parts of a {@code multipart/form-data} body
     */
    public record Request(
            String method,
            String path,
            Map<String, String> headers,
            Optional<String> basic,
            Optional<String> body,
            List<Part> multipart) {
        public Request {
            headers = headers == null
                    ? Map.of()
                    : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
            multipart = multipart == null ? List.of() : List.copyOf(multipart);
        }
    }

    /**
     * A form part.
     *
     * @param value template of a text part; absent for the artifact's bytes
     */
    public record Part(String name, Optional<String> value) {}

    /**
     * A kind of answer.
     *
     * @param status the HTTP statuses it comes with
     * @param where regular expressions that extracted texts must match, for registries whose status does not tell
     * @param extract what to take from it, by name: a JSONPath, {@code reason} for the HTTP/1.1 reason phrase,
     *     {@code body}, or {@code header NAME}
     */
    public record Answer(List<Integer> status, Map<String, String> where, Map<String, String> extract) {
        public Answer {
            status = List.copyOf(status);
            where = where == null ? Map.of() : Map.copyOf(where);
            extract = extract == null ? Map.of() : Map.copyOf(extract);
        }
    }
}
