package dev.assay.reference.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578) and keeps the names of its parts as they are; decoders at hand change
 * names that begin with a colon.
 */
public final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile(
            "^multipart/form-data\\s*;.*\\bboundary=(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^\\s;]+))");
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=(?:\"([^\"]*)\"|([^\\s;]+))");

    private Multipart() {}

    /** The parts; empty if the body is no such form. */
    public static Optional<List<Part>> parse(String contentType, byte[] body) {
        return first(BOUNDARY, contentType).flatMap(boundary -> {
            // one character an octet, so that positions in the text are positions in the body
            var text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
            return parse("\r\n--" + boundary, text);
        });
    }

    private static Optional<List<Part>> parse(String delimiter, String text) {
        var parts = new ArrayList<Part>();
        var start = text.indexOf(delimiter);
        while (start >= 0) {
            start += delimiter.length();
            if (text.startsWith("--", start)) {
                return Optional.of(parts);
            }
            var end = text.indexOf(delimiter, start);
            if (end < 0) {
                return Optional.empty();
            }
            part(text.substring(start, end)).ifPresent(parts::add);
            start = end;
        }
        return Optional.empty();
    }

    private static Optional<Part> part(String text) {
        var separator = text.indexOf("\r\n\r\n");
        if (separator < 0) {
            return Optional.empty();
        }
        var disposition = header(text.substring(0, separator), "Content-Disposition");
        var content = text.substring(separator + 4).getBytes(StandardCharsets.ISO_8859_1);
        return first(NAME, disposition)
                .map(name -> new Part(
                        utf8(name),
                        first(FILE_NAME, disposition).map(Multipart::utf8),
                        header(text.substring(0, separator), "Content-Type"),
                        content));
    }

    private static String header(String headers, String name) {
        for (var line : headers.split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * One part.
     *
     * @param name of the form field
     * @param fileName if it is a file
     * @param mediaType as declared, or an empty text
     * @param octets its content
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and not kept
    public record Part(String name, Optional<String> fileName, String mediaType, byte[] octets) {

        /** The content as text. */
        public String text() {
            return new String(octets, StandardCharsets.UTF_8);
        }
    }
}
