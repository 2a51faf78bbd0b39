package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.profile.Profile;
import dev.assay.profile.Profiles;
import dev.assay.result.PaperRuns;
import dev.assay.result.Result;
import dev.assay.result.Shard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Shard FIRST = new Shard(1, 2, List.of("a/b/c"));
    private static final Shard SECOND = new Shard(2, 2, List.of("a/b/d"));

    private final Profile pypi = new Profiles(Optional.empty()).load("pypi");

    @Test
    void theWholeOfTheSameRegistryIsTaken() {
        assertThatCode(() -> check(baseline("pypi", Optional.empty()), Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherRegistryIsRefusedAndBothAreNamed() {
        assertThatThrownBy(() -> check(baseline("npm", Optional.empty()), Optional.empty()))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContainingAll("old.json", "pypi with github-actions", "only npm with github-actions");
    }

    @Test
    void aShardIsRefusedForTheWholeAndForAnotherShard() {
        var shard = baseline("pypi", Optional.of(FIRST));

        assertThatThrownBy(() -> check(shard, Optional.empty()))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContainingAll("shard 1 of 2", "assay merge");
        assertThatThrownBy(() -> check(shard, Optional.of(SECOND))).isInstanceOf(UsageProblem.class);
    }

    @Test
    void aShardIsComparedWithTheSameShard() {
        assertThatCode(() -> check(baseline("pypi", Optional.of(FIRST)), Optional.of(FIRST)))
                .doesNotThrowAnyException();
    }

    private void check(Baseline baseline, Optional<Shard> shard) {
        baseline.check(List.of(pypi), new TargetOptions(), shard);
    }

    private static Baseline baseline(String profile, Optional<Shard> shard) {
        var run = PaperRuns.run(profile, List.of());
        var result =
                new Result(1, "assay", "run", Instant.EPOCH, 1, "", shard, List.of(), List.of(run), PaperRuns.NOTHING);
        return new Baseline(result, Path.of("old.json"));
    }
}
