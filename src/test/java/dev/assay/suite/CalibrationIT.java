package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.calibration.DefectCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite, tried on PyPI's wire with every known defect. */
class CalibrationIT {
    @TempDir
    Path folder;

    @Test
    void everyDefectIsCaughtAndNothingElseIsReported() throws IOException, InterruptedException {
        var ended = Jar.run(folder, "calibrate", "pypi-strict", "--sound-runs", "2", "--out", "calibration");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        var result = new ObjectMapper()
                .readTree(folder.resolve("calibration/calibration.json").toFile());
        assertThat(result.path("defects"))
                .hasSameSizeAs(DefectCatalogue.shipped().all());
        assertThat(result.path("cells").asInt())
                .isEqualTo(result.path("defects").size());
        assertThat(result.path("missed")).isEmpty();
        assertThat(result.path("falseAlarms")).isEmpty();
        assertThat(result.path("inexpressible")).isEmpty();
        assertThat(result.path("soundRuns").path("withFindings").asInt()).isZero();
        assertThat(folder.resolve("calibration/calibration.html")).isNotEmptyFile();
    }
}
