package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, which no build has told which log manager to use. */
class QuietStartTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aMistakeInAProfileIsAllThatIsPrinted() throws Exception {
        var file = Files.writeString(folder.resolve("odd.yaml"), "extends: pypi\nexchange: {refused: none}\n");
        var printed = folder.resolve("printed");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.assay.Assay",
                        "validate",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");

        var process = builder.start();

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(printed)
                .content()
                .startsWith(file + ":2:12: exchange.refused: ")
                .hasLineCount(1);
    }
}
