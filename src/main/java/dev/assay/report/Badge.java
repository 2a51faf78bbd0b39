package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hallmark of one run for a web page: as a picture, and as JSON for services that draw badges themselves. */
public final class Badge {
    /** The picture's name within a run's directory. */
    public static final String PICTURE = "badge.svg";
    /** The name of the JSON for a badge service's endpoint. */
    public static final String ENDPOINT = "badge.json";

    private static final String LABEL = "trusted publishing";

    private Badge() {}

    /**
     * Writes both, of a result with one run, replacing what is there.
     *
     * @throws ReportException if a file cannot be written
     */
    public static void write(Result result, Path directory) {
        try {
            Files.write(directory.resolve(PICTURE), picture(result).getBytes(UTF_8));
            Files.write(directory.resolve(ENDPOINT), endpoint(result).getBytes(UTF_8));
        } catch (IOException e) {
            throw new ReportException("Cannot write badges into " + directory + ": " + FileTrouble.reason(e), e);
        }
    }

    /** An SVG picture. */
    static String picture(Result result) {
        var message = message(result);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="190" height="20" role="img" aria-label="%1$s: %2$s">
                <title>%1$s: %2$s</title>
                <rect width="120" height="20" fill="#444"/><rect x="120" width="70" height="20" fill="%3$s"/>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,sans-serif" font-size="11">
                <text x="60" y="14">%1$s</text><text x="155" y="14">%2$s</text>
                </g></svg>
                """.formatted(LABEL, message, colour(message));
    }

    /** JSON with schemaVersion, label, message and color, as badge services read it. */
    static String endpoint(Result result) {
        var message = message(result);
        return "{\"schemaVersion\":1,\"label\":\"" + LABEL + "\",\"message\":\"" + message + "\",\"color\":\""
                + colour(message) + "\"}\n";
    }

    private static String message(Result result) {
        var hallmark = result.runs().get(0).hallmark();
        return result.shard().isPresent() ? "partial" : hallmark.equals("none") ? "no hallmark" : hallmark;
    }

    /** Dark enough for white letters. */
    private static String colour(String message) {
        return switch (message) {
            case "AAA", "AA" -> "#2a7a2a";
            case "A" -> "#6b6b00";
            default -> "#6a6a6a";
        };
    }
}
