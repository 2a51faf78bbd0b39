package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile that takes a credential from a variable that nobody has set. */
class EnvironmentTest {
    private static final String COMPLAINT = "the environment variable ASSAY_TEST_KEY is not set, which"
            + " provision.operations.account.request.headers.Authorization needs";
    private static final String NOBODY_LISTENS_THERE = "http://127.0.0.1:1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run FILE --target URL --run-id try-1 --out OUT",
                "run pypi FILE --target URL --run-id try-1 --out OUT",
                "probe FILE --target URL",
                "clean FILE --target URL --run-id try-2 --out OUT"
            })
    void nothingIsSentBeforeItIsSet(String command) throws IOException {
        var ledger = Files.writeString(
                Files.createDirectories(folder.resolve("reports")).resolve("try-2.created.jsonl"),
                "{\"kind\":\"account\",\"name\":\"assay-try-2-a\"}\n");

        var ended = assay(command);

        assertThat(ended.err()).isEqualTo("assay: " + COMPLAINT + "\n");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ledger).exists();
        assertThat(folder.resolve("reports/try-1.created.jsonl")).doesNotExist();
    }

    @Test
    void aProfileIsValidWithoutItAndItIsRemarked() throws IOException {
        var ended = assay("validate FILE");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("a valid profile", "  For a run, " + COMPLAINT + ".\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void environmentsThatArePromisedAndNotSentAreRemarked() throws IOException {
        var file = Files.writeString(folder.resolve("bare.yaml"), """
                extends: pypi
                provision:
                  operations:
                    publisher: {request: {method: POST, path: /publishers, body: '{publisher.owner}'}}
                """);

        assertThat(assay("validate " + file).out()).contains("does not send {publisher.environment}");
        assertThat(assay("validate FILE").out()).doesNotContain("does not send");
    }

    private Ended assay(String command) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), """
                extends: pypi
                provision:
                  operations:
                    account:
                      request: {method: POST, path: /users, headers: {Authorization: 'Bearer {env.ASSAY_TEST_KEY}'}}
                """);
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = AssayCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command.replace("FILE", file.toString())
                        .replace("URL", NOBODY_LISTENS_THERE)
                        .replace("OUT", folder.resolve("reports").toString())
                        .split(" "));
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
