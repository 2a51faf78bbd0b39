package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite, tried on registries with known defects: one for each chapter here, all of them by {@code assay calibrate}. */
class CalibrationIT {
    private static final List<String> DEFECTS = List.of(
            "audience-prefix",
            "replay-none",
            "signature-skipped",
            "repository-ignored",
            "ids-not-pinned",
            "policy-by-any-account",
            "pending-opens-prefix",
            "token-for-owners-packages",
            "version-replaced",
            "refusal-without-code",
            "issuer-down-crashes");

    @TempDir
    Path folder;

    @Test
    void defectsAreCaughtAndNothingElseIsReported() throws IOException, InterruptedException {
        var ended = Jar.run(
                folder,
                "calibrate",
                "--sound-runs",
                "1",
                "--defect",
                String.join(",", DEFECTS),
                "--out",
                "calibration");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        var result = new ObjectMapper()
                .readTree(folder.resolve("calibration/calibration.json").toFile());
        assertThat(result.path("defects").size()).isEqualTo(DEFECTS.size());
        assertThat(result.path("missed")).isEmpty();
        assertThat(result.path("falseAlarms")).isEmpty();
        assertThat(result.path("soundRuns").path("withFindings").asInt()).isZero();
    }
}
