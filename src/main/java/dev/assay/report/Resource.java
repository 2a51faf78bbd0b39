package dev.assay.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A text file shipped with the program, from the resource folder {@code report}. */
final class Resource {
    private Resource() {}

    /** The file's text; a missing file is a mistake in the build, not in anything a user did. */
    static String text(String name) {
        try (var stream = Resource.class.getResourceAsStream("/report/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The program was packaged without its resource report/" + name);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
