package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.report.EcosystemsDocument;
import dev.assay.report.ResultFile;
import dev.assay.result.ProfileRun;
import dev.assay.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite against every embedded model of a real registry, and against sound ones. */
class EveryProfileIT {
    private static final Path ECOSYSTEMS = Path.of("docs/ecosystems.md");

    /** As unlike each other as can be; {@link CalibrationIT} runs all sound models, and wants no findings. */
    private static final List<String> SOUND = List.of("npm-strict", "pub-dev-strict");

    @TempDir
    Path folder;

    @Test
    void aSoundModelMeetsWhateverItsDialectCanExpress() throws IOException, InterruptedException {
        var runs = run(SOUND.toArray(String[]::new));

        assertThat(runs).extracting(ProfileRun::profile).containsExactlyElementsOf(SOUND);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.hallmark()).as(run.profile()).isEqualTo("AAA");
            assertThat(run.summary().scenarios().failed()).isZero();
            assertThat(run.summary().scenarios().cantTell()).isZero();
            assertThat(run.summary().scenarios().untested()).isZero();
            assertThat(run.summary().scenarios().passed()).isGreaterThan(300);
            everyReasonIsForUsers(run);
        });
    }

    @Test
    void everyModelDeviatesExactlyAsItsProfileForetellsAndTheDocumentSaysSo() throws IOException, InterruptedException {
        var runs = run("--all");

        assertThat(runs).extracting(ProfileRun::profile).containsExactlyInAnyOrderElementsOf(models());
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.summary().healed()).as(run.profile()).isZero();
            assertThat(run.summary().scenarios().failed()
                            + run.summary().scenarios().cantTell())
                    .isEqualTo(run.summary().expected())
                    .isPositive();
            assertThat(run.summary().scenarios().untested()).isZero();
            assertThat(run.scenarios()).hasSizeGreaterThan(800);
            everyReasonIsForUsers(run);
        });
        assertThat(Files.readString(ECOSYSTEMS))
                .as("stale; make it anew: java -jar target/assay.jar run --all && cp reports/latest/"
                        + EcosystemsDocument.NAME + " " + ECOSYSTEMS)
                .isEqualTo(Files.readString(folder.resolve("reports/it/" + EcosystemsDocument.NAME)));
    }

    private static List<String> models() {
        var profiles = new Profiles(Optional.empty());
        return profiles.names().stream()
                .map(profiles::load)
                .filter(p -> p.embedded().filter(e -> !e.sound()).isPresent())
                .map(Profile::id)
                .toList();
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

    private List<ProfileRun> run(String... whom) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(whom));
        arguments.addAll(List.of("--run-id", "it", "--out", "reports"));
        var ended = Jar.run(folder, arguments.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return new ResultFile().read(folder.resolve("reports/it/result.json")).runs();
    }
}
