package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite, tried on registries with known defects. */
class CalibrationIT {
    @TempDir
    Path folder;

    @Test
    void everyDefectIsCaughtAndNothingElseReported() throws IOException, InterruptedException {
        var ended = Jar.run(folder, "calibrate", "--sound-runs", "2", "--out", "calibration");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        var result = new ObjectMapper()
                .readTree(folder.resolve("calibration/calibration.json").toFile());
        assertThat(result.path("missed")).isEmpty();
        assertThat(result.path("falseAlarms")).isEmpty();
        assertThat(result.path("defects").size()).isGreaterThanOrEqualTo(120);
    }
}
