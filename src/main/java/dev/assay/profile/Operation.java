package dev.assay.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One request to the registry, and how its answer is judged. An answer that fits none of the kinds is broken.
 *
 * @param before operations that come first, in order; the first that is not granted decides, and what they extract is
 *     known to the later ones as {@code {before.NAME}}
 * @param mayBeRefused of one that comes first: whether the request is sent although this was refused, without the
 *     operations that stand between them
 * @param request what is sent
 * @param granted the answer that means yes
 * @param refused the answers that mean no, tried in order
 * @param unavailable the answers that mean not now: an orderly report of trouble elsewhere
 */
public record Operation(
        List<Operation> before,
        boolean mayBeRefused,
        Request request,
        Answer granted,
        List<Answer> refused,
        List<Answer> unavailable) {

    public Operation {
        before = before == null ? List.of() : List.copyOf(before);
        refused = refused == null ? List.of() : List.copyOf(refused);
        unavailable = unavailable == null ? List.of() : List.copyOf(unavailable);
    }

    /** The operations that make up this one in the order in which they are carried out, itself the last. */
    public Stream<Operation> chain() {
        return Stream.concat(before.stream().flatMap(Operation::chain), Stream.of(this));
    }

    /** A copy in which all requests of the chain are changed. */
    public Operation withRequests(UnaryOperator<Request> change) {
        var others =
                before.stream().map(earlier -> earlier.withRequests(change)).toList();
        return new Operation(others, mayBeRefused, change.apply(request), granted, refused, unavailable);
    }

    /** Whether a request of the chain has a place for the value of that name. */
    public boolean mentions(String value) {
        return chain().anyMatch(operation -> operation.request().mentions(value));
    }

    /**
     * What is sent. Every text is a template. At most one of {@code body}, {@code multipart}, {@code frames} and
     * {@code file} makes the body.
     *
     * @param path appended to the target's base URL, with its query; placeholders are percent-encoded by {@code .path}
     * @param url an absolute URL on the target instead of a path, for addresses that the registry itself hands out
     * @param basic user name and password for HTTP Basic authentication, as {@code user:password}
     * @param body text body
     * @param multipart parts of a {@code multipart/form-data} body
     * @param frames parts that each follow their length, a little-endian integer of 32 bits
     * @param file whether the body is the artifact, byte for byte
     */
    public record Request(
            String method,
            Optional<String> path,
            Optional<String> url,
            Map<String, String> headers,
            Optional<String> basic,
            Optional<String> body,
            List<Part> multipart,
            List<Frame> frames,
            boolean file) {
        public Request {
            path = path == null ? Optional.empty() : path;
            url = url == null ? Optional.empty() : url;
            basic = basic == null ? Optional.empty() : basic;
            body = body == null ? Optional.empty() : body;
            frames = frames == null ? List.of() : List.copyOf(frames);
            headers = headers == null
                    ? Map.of()
                    : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
            multipart = multipart == null ? List.of() : List.copyOf(multipart);
        }

        /** A request without a body. */
        public static Request of(String method, String path) {
            return new Request(
                    method,
                    Optional.of(path),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false);
        }

        /** Where it is sent: its path, or the URL in place of one. */
        public Optional<String> address() {
            return url.or(() -> path);
        }

        /** A copy whose path and URL are changed. */
        public Request withAddress(UnaryOperator<String> change) {
            return new Request(
                    method, path.map(change), url.map(change), headers, basic, body, multipart, frames, file);
        }

        /** Whether one of its texts has a place for the value of that name. */
        public boolean mentions(String value) {
            var texts = Stream.of(
                            Stream.of(path, url, basic, body).flatMap(Optional::stream),
                            headers.values().stream(),
                            multipart.stream()
                                    .flatMap(part -> Stream.of(part.value(), part.members()))
                                    .flatMap(Optional::stream),
                            frames.stream().flatMap(frame -> frame.text().stream()))
                    .flatMap(all -> all);
            return texts.anyMatch(text -> text.contains("{" + value + "}") || text.contains("{" + value + "."));
        }

        /** A copy with these header fields. */
        public Request withHeaders(Map<String, String> others) {
            return new Request(method, path, url, others, basic, body, multipart, frames, file);
        }

        /** A copy with Basic authentication. */
        public Request withBasic(String userAndPassword) {
            return withBasic(Optional.of(userAndPassword));
        }

        /** A copy with Basic authentication, or without any. */
        public Request withBasic(Optional<String> userAndPassword) {
            return new Request(method, path, url, headers, userAndPassword, body, multipart, frames, file);
        }

        /** A copy with a text for its body, and no other body. */
        public Request withBody(String text) {
            return new Request(method, path, url, headers, basic, Optional.of(text), List.of(), List.of(), false);
        }

        /** A copy with a form for its body, and no other body. */
        public Request withMultipart(List<Part> parts) {
            return new Request(method, path, url, headers, basic, Optional.empty(), parts, List.of(), false);
        }
    }

    /**
     * A form part: a text, the members of a JSON object as one text part each, or the artifact.
     *
     * @param name of the part; absent for the members of an object, which have their own
     * @param value template of a text part
     * @param members template of a JSON object with text members
     * @param fileName template of the artifact's file name, where it is not the ecosystem's own
     */
    public record Part(
            Optional<String> name, Optional<String> value, Optional<String> members, Optional<String> fileName) {
        public Part {
            name = name == null ? Optional.empty() : name;
            value = value == null ? Optional.empty() : value;
            members = members == null ? Optional.empty() : members;
            fileName = fileName == null ? Optional.empty() : fileName;
        }

        /** A text part. */
        public static Part text(String name, String value) {
            return new Part(Optional.of(name), Optional.of(value), Optional.empty(), Optional.empty());
        }

        /** The artifact. */
        public static Part artifact(String name) {
            return new Part(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A part that follows its length.
     *
     * @param text template of a text; absent for the artifact's bytes
     */
    public record Frame(Optional<String> text) {
        public Frame {
            text = text == null ? Optional.empty() : text;
        }
    }

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
