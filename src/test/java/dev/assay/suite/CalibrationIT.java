package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.calibration.DefectCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite, tried on registries with known defects: all of them on PyPI's wire, and on others a share that is always the
 * same. {@code assay calibrate} tries all on all.
 */
class CalibrationIT {
    private static final String WHOLE = "pypi-strict";
    private static final List<String> OTHERS =
            List.of("npm-strict", "rubygems-strict", "crates-io-strict", "nuget-strict", "pub-dev-strict");
    private static final String SHARE = "1/24";
    /** What PyPI's wire cannot express: ids that are entered later than the policy, tokens that are handed back, refs. */
    private static final int FEW = 15;

    private static final int LEAST_CELLS = 40;

    @TempDir
    Path folder;

    @Test
    void everyDefectIsCaughtAndNothingElseIsReported() throws IOException, InterruptedException {
        var result = calibrate(List.of(WHOLE), "--sound-runs", "1");

        assertThat(result.path("cells").asInt() + result.path("inexpressible").size())
                .isEqualTo(DefectCatalogue.shipped().all().size());
        assertThat(result.path("inexpressible").size()).isLessThan(FEW);
        assertThat(folder.resolve("calibration/calibration.html")).isNotEmptyFile();
    }

    @Test
    void aShareOfTheDefectsIsCaughtOnOtherWiresToo() throws IOException, InterruptedException {
        var result = calibrate(OTHERS, "--share", SHARE, "--sound-runs", "1");

        assertThat(result.path("profiles"))
                .extracting(p -> p.path("profile").asText())
                .containsExactlyElementsOf(OTHERS);
        assertThat(result.path("cells").asInt()).isGreaterThan(LEAST_CELLS);
    }

    private JsonNode calibrate(List<String> profiles, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("calibrate", "--out", "calibration"));
        arguments.addAll(List.of(options));
        arguments.addAll(profiles);

        var ended = Jar.run(folder, arguments.toArray(String[]::new));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        var result = new ObjectMapper()
                .readTree(folder.resolve("calibration/calibration.json").toFile());
        assertThat(result.path("missed")).isEmpty();
        assertThat(result.path("falseAlarms")).isEmpty();
        assertThat(result.path("unexcused")).isEmpty();
        assertThat(result.path("soundRuns").path("withFindings").asInt()).isZero();
        return result;
    }
}
