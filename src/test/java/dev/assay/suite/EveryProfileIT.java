package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ResultFile;
import dev.assay.result.ProfileRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite against the embedded model of every profile. */
class EveryProfileIT {
    @TempDir
    Path folder;

    @Test
    void aStrictRegistryMeetsEveryRequirement() throws IOException, InterruptedException {
        var run = run("pypi-strict");

        assertThat(run.hallmark()).isEqualTo("AAA");
        assertThat(run.summary().scenarios().failed()).isZero();
        assertThat(run.summary().scenarios().cantTell()).isZero();
        assertThat(run.summary().scenarios().untested()).isZero();
        assertThat(run.summary().scenarios().passed()).isGreaterThan(300);
    }

    @Test
    void theModelOfPyPiDeviatesExactlyAsItsProfileForetells() throws IOException, InterruptedException {
        var run = run("pypi");

        assertThat(run.summary().healed()).isZero();
        assertThat(run.summary().scenarios().failed()
                        + run.summary().scenarios().cantTell())
                .isEqualTo(run.summary().expected())
                .isPositive();
        assertThat(run.summary().scenarios().untested()).isZero();
    }

    private ProfileRun run(String profile) throws IOException, InterruptedException {
        var ended = Jar.run(folder, "run", profile, "--run-id", "it", "--out", "reports-" + profile);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return new ResultFile()
                .read(folder.resolve("reports-" + profile + "/it/result.json"))
                .runs()
                .get(0);
    }
}
