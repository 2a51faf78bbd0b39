package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of messages quotes is what the program says. */
class TroubleshootingTest {
    private static final Path PAGE = Path.of("docs/troubleshooting.md");
    private static final Pattern QUOTED = Pattern.compile("(?m)^### `(.*)`$");
    private static final int WORTH_LOOKING_FOR = 4;
    private static final String SOURCES = sources();

    static Stream<String> messages() throws IOException {
        return QUOTED.matcher(Files.readString(PAGE)).results().map(match -> match.group(1));
    }

    @Test
    void thereAreMessagesToLookUp() throws IOException {
        assertThat(messages()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyQuotedMessageStandsInTheSources(String message) {
        assertThat(Arrays.stream(message.split("\\.\\.\\.")).filter(part -> part.length() >= WORTH_LOOKING_FOR))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(SOURCES).contains(part));
    }

    /** All string literals as the program prints them, with those that are written in pieces put together. */
    private static String sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingTest::read)
                    .collect(Collectors.joining())
                    .replaceAll("\"\\s*\\+\\s*\"", "")
                    .replace("%s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
