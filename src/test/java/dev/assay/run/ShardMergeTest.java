package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.document.InvalidDocumentException;
import dev.assay.profile.Profiles;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Shard;
import dev.assay.run.ShardMerge.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardMergeTest {
    private static final String VERSION = "assay test";
    private static final String TAGS = "@JWT-9 or @TOK-3 or @TOK-7 or @POL-8 or @POL-10 or @PUB-1 or @CLM-5";
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();
    private static final Laboratory LABORATORY = new Laboratory();

    @SuppressWarnings("NullAway.Init")
    private static Result whole;

    @BeforeAll
    static void runWhole() {
        whole = run(Optional.empty());
    }

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void shardsMergedEqualTheWholeRun(int count) {
        var pieces = shards(count);

        var merged = merge(pieces);

        assertThat(merged.shard()).isEmpty();
        assertThat(merged.summary()).isEqualTo(whole.summary());
        var run = merged.runs().get(0);
        var expected = whole.runs().get(0);
        assertThat(run.hallmark()).isEqualTo(expected.hallmark());
        assertThat(run.requirements()).isEqualTo(expected.requirements());
        assertThat(run.deviations()).isEqualTo(expected.deviations());
        assertThat(run.scenarios().stream().map(ShardMergeTest::verdict))
                .containsExactlyElementsOf(expected.scenarios().stream()
                        .map(ShardMergeTest::verdict)
                        .toList());
    }

    @Test
    void aShardAloneHasNoHallmarkAndLeavesTheOthersUntested() {
        var shard = shards(3).get(1).result();
        var mine = shard.shard().orElseThrow().scenarios();
        var run = shard.runs().get(0);

        assertThat(run.hallmark()).isEqualTo("none");
        assertThat(run.scenarios()).hasSameSizeAs(whole.runs().get(0).scenarios());
        assertThat(run.scenarios())
                .filteredOn(s -> !mine.contains(s.id()))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.reason()).contains("left to another shard"));
        assertThat(run.scenarios())
                .filteredOn(s -> mine.contains(s.id()))
                .isNotEmpty()
                .noneSatisfy(s -> assertThat(s.reason()).contains("left to another shard"));
    }

    @Test
    void whatDoesNotBelongTogetherIsNotMerged() {
        var three = shards(3);
        var two = shards(2);

        refuses(three.subList(0, 2), "of these are missing: 3");
        refuses(List.of(three.get(0), three.get(1), three.get(2), three.get(0)), "is shard 1 of 3, and so is ");
        refuses(List.of(three.get(0), two.get(1)), " is one of 2 shards");
        refuses(List.of(new Piece("w.json", whole)), "w.json: is a whole run, not a shard");
        refuses(List.of(three.get(0), three.get(1), renamed(three.get(2))), "of the run 'another'");
        refuses(List.of(three.get(0), three.get(1), resplit(three.get(2), three.get(1))), "not split in the same way");
        assertThatThrownBy(() -> new ShardMerge(Catalogue.shipped(), id -> Laboratory.STRICT)
                        .merge(three, "assay other", "merge"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("was written by " + VERSION + ", and this is assay other");
        assertThatThrownBy(() -> new ShardMerge(Catalogue.shipped(), id -> new Profiles(Optional.empty()).load("pypi"))
                        .merge(three, VERSION, "merge"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("other deviations of the profile");
    }

    private static void refuses(List<Piece> pieces, String why) {
        assertThatThrownBy(() -> merge(pieces))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining(why);
    }

    private static Result merge(List<Piece> pieces) {
        var shuffled = new ArrayList<>(pieces);
        java.util.Collections.reverse(shuffled);
        return new ShardMerge(Catalogue.shipped(), id -> Laboratory.STRICT).merge(shuffled, VERSION, "merge");
    }

    private static List<Piece> shards(int count) {
        var plan = ShardPlan.byDurations(LIBRARY.scenarios(), whole);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Piece(i + "-of-" + count + ".json", run(Optional.of(plan.shard(i, count)))))
                .toList();
    }

    private static Piece renamed(Piece piece) {
        return new Piece(
                piece.name(),
                result("another", piece.result().runs().get(0), piece.result().shard()));
    }

    private static Piece resplit(Piece piece, Piece other) {
        var shard = piece.result().shard().orElseThrow();
        var stolen = new Shard(
                shard.index(),
                shard.count(),
                other.result().shard().orElseThrow().scenarios());
        return new Piece(piece.name(), result("run", piece.result().runs().get(0), Optional.of(stolen)));
    }

    private static Result run(Optional<Shard> shard) {
        return result("run", LABORATORY.run(LIBRARY, LABORATORY.sound(), TAGS, Optional.empty(), shard), shard);
    }

    private static Result result(String runId, ProfileRun run, Optional<Shard> shard) {
        return new Result(
                Result.SCHEMA_VERSION,
                VERSION,
                runId,
                Instant.EPOCH,
                1,
                "run",
                shard,
                List.of(),
                List.of(run),
                Summaries.together(List.of(run)));
    }

    private static String verdict(ScenarioResult s) {
        return s.id() + " " + s.verdict() + " " + s.expected() + " " + s.reason() + " "
                + s.steps().size();
    }
}
