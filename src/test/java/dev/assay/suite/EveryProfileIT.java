package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ResultFile;
import dev.assay.result.ProfileRun;
import dev.assay.result.Verdict;
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
        everyReasonIsForUsers(run);
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
        assertThat(run.scenarios()).hasSizeGreaterThan(800);
        everyReasonIsForUsers(run);
    }

    private static void everyReasonIsForUsers(ProfileRun run) {
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() == Verdict.INAPPLICABLE || s.verdict() == Verdict.UNTESTED)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.reason()).as(s.id()).hasValueSatisfying(EveryProfileIT::isASentence));
        assertThat(run.requirements())
                .filteredOn(r -> r.verdict() == Verdict.INAPPLICABLE || r.verdict() == Verdict.UNTESTED)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.reason()).as(r.id()).hasValueSatisfying(EveryProfileIT::isASentence));
        assertThat(run.requirements())
                .filteredOn(r -> r.verdict() == Verdict.INAPPLICABLE)
                .allSatisfy(r -> assertThat(r.reason().orElseThrow()).startsWith("nothing applicable: "));
    }

    private static void isASentence(String reason) {
        assertThat(reason.split(" ")).as(reason).hasSizeGreaterThan(4);
        assertThat(reason).doesNotContainPattern("null|Exception|dev\\.assay|\\{");
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
