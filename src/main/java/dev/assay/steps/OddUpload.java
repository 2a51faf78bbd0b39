package dev.assay.steps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Wire;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Uploads that no sound client makes, each the profile's own with one thing wrong: with the file, of which everything else
 * is told truly, or with the body that carries it.
 *
 * @param file what becomes of the file
 * @param request what becomes of the request that carries it
 * @param isSoundRequest whether nothing is wrong but the content of the file
 */
record OddUpload(UnaryOperator<Artifact> file, UnaryOperator<Wire.Request> request, boolean isSoundRequest) {
    private static final byte[] TEXT = "this is no package".getBytes(UTF_8);
    /** Shorter than any package, in bytes; the end of one may be nothing but padding. */
    private static final int BEGINNING = 100;

    private static final String CONTENT_TYPE = "Content-Type";

    private static final Map<String, OddUpload> ALL = Map.of(
            "an empty body", ofRequest(request -> withBody(request, new byte[0])),
            "a text where a package should be", ofRequest(OddUpload::plainText),
            "the beginning of what belongs there", ofRequest(OddUpload::cut),
            "a form without its file", ofRequest(OddUpload::withoutFile),
            "an empty file", ofFile(file -> file.with(new byte[0])),
            "a file that is no archive", ofFile(file -> file.with(TEXT)));

    /** What the scenario calls by this name. */
    static OddUpload called(String name) {
        var odd = ALL.get(name);
        if (odd == null) {
            throw new IllegalArgumentException("nothing is called '" + name + "'; known are " + ALL.keySet());
        }
        return odd;
    }

    private static OddUpload ofFile(UnaryOperator<Artifact> change) {
        return new OddUpload(change, request -> request, true);
    }

    private static OddUpload ofRequest(UnaryOperator<Wire.Request> change) {
        return new OddUpload(file -> file, change, false);
    }

    private static Wire.Request withBody(Wire.Request request, byte[] body) {
        return new Wire.Request(request.method(), request.url(), request.headers(), body);
    }

    private static Wire.Request cut(Wire.Request request) {
        return withBody(request, Arrays.copyOf(request.body(), Math.min(BEGINNING, request.body().length / 2)));
    }

    private static Wire.Request plainText(Wire.Request request) {
        var others = request.headers().stream().filter(header -> !isContentType(header));
        var type = new Wire.Header(CONTENT_TYPE, "text/plain");
        return new Wire.Request(
                request.method(),
                request.url(),
                Stream.concat(others, Stream.of(type)).toList(),
                TEXT);
    }

    /** Everything but the parts with a file name, and the form's end. */
    private static Wire.Request withoutFile(Wire.Request request) {
        if (request.headers().stream().noneMatch(OddUpload::isOfForm)) {
            throw new Inapplicable("an upload is no form with a file in it");
        }
        var body = new String(request.body(), ISO_8859_1);
        var delimiter = body.substring(0, body.indexOf("\r\n"));
        var rest = Stream.of(body.split(Pattern.quote(delimiter), -1))
                .filter(part -> !head(part).contains("filename="))
                .collect(Collectors.joining(delimiter));
        return withBody(request, rest.getBytes(ISO_8859_1));
    }

    private static String head(String part) {
        var end = part.indexOf("\r\n\r\n");
        return end < 0 ? "" : part.substring(0, end);
    }

    private static boolean isContentType(Wire.Header header) {
        return header.name().equalsIgnoreCase(CONTENT_TYPE);
    }

    private static boolean isOfForm(Wire.Header header) {
        return isContentType(header) && header.value().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
