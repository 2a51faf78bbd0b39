package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.core.registry.FileContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a second upload of a version: with the same registry token, with another, or at the same time. */
class ReplacementTest {

    @Test
    void aTokenReplacesWhatItUploadedItselfAndNothingElse() {
        var scene = CoreScene.with("{publishing: {replacement: replacesOwn}}").withPolicy("widget");
        var first = scene.granted(scene.claims());
        var second = scene.granted(scene.claims());
        scene.upload(first, "widget", "1", "original");

        assertThat(scene.upload(second, "widget", "1", "other")).containsExactly(Objection.FILE_EXISTS);
        assertThat(scene.sizeOf("widget", "1")).isEqualTo(8);
        assertThat(scene.upload(first, "widget", "1", "other")).isEmpty();
        assertThat(scene.sizeOf("widget", "1")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"notStored", "stored"})
    void aRefusedUploadLeavesItsVersionFreeUnlessItIsStoredBeforeItIsJudged(String refused) throws Exception {
        var scene =
                CoreScene.with("{publishing: {refused: %s}}".formatted(refused)).withPolicy("widget");
        scene.register("alice", "gadget");
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "gadget", "1", "intruder's")).isNotEmpty();
        scene.policy("gadget", Map.of());
        var entitled = scene.granted(scene.claims());
        assertThat(scene.upload(entitled, "gadget", "1", "sound")).hasSize(refused.equals("stored") ? 1 : 0);
        assertThat(scene.sizeOf("gadget", "1")).isEqualTo(refused.equals("stored") ? 10 : 5);
    }

    @ParameterizedTest
    @CsvSource({"oneVersion,8", "oneVersionOnceStored,5"})
    void aVersionInAnotherSpellingTakesItsPlaceIfThatIsSeenTooLate(String spellings, int size) {
        var scene = CoreScene.with("{publishing: {spellings: %s}}".formatted(spellings))
                .withPolicy("widget");
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "widget", "1", "original")).isEmpty();
        assertThat(scene.upload(token, "widget", "2+x", "another number")).isEmpty();
        assertThat(scene.upload(token, "widget", "1+x", "other")).isEmpty();
        assertThat(scene.sizeOf("widget", "1")).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"notStored", "stored"})
    void aFileThatIsNoPackageLeavesItsVersionFreeUnlessItIsStoredBeforeItIsJudged(String refused) {
        var scene =
                CoreScene.with("{publishing: {refused: %s}}".formatted(refused)).withPolicy("widget");
        var token = scene.granted(scene.claims());
        var nonsense = new FileContent("no package".getBytes(StandardCharsets.UTF_8));

        scene.core().publishing().reject(token, new Upload("widget", "1", "widget-1", nonsense, Map.of()));
        scene.core().publishing().reject(token, new Upload("unknown", "1", "unknown-1", nonsense, Map.of()));
        assertThat(scene.upload(token, "widget", "1", "sound")).hasSize(refused.equals("stored") ? 1 : 0);
        assertThat(scene.sizeOf("widget", "1")).isEqualTo(refused.equals("stored") ? 10 : 5);
    }

    @ParameterizedTest
    @CsvSource({"replacesInARace", "overwritesInARace"})
    void oneAfterTheOtherIsRefusedAllTheSame(String replacement) {
        var scene = CoreScene.with("{publishing: {replacement: %s}}".formatted(replacement))
                .withPolicy("widget");
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "widget", "1", "original")).isEmpty();
        assertThat(scene.upload(token, "widget", "1", "other")).containsExactly(Objection.FILE_EXISTS);
        assertThat(scene.sizeOf("widget", "1")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"refused,1", "replacesInARace,4", "overwritesInARace,1"})
    void whatComesAtOnceIsTakenOnceUnlessThereIsAGap(String replacement, int taken) throws Exception {
        var scene = CoreScene.with("{publishing: {replacement: %s, raceMillis: 300}}".formatted(replacement))
                .withPolicy("widget");

        assertThat(uploadsAtOnce(scene)).filteredOn(List::isEmpty).hasSize(taken);
    }

    private static List<List<Objection>> uploadsAtOnce(CoreScene scene) throws Exception {
        var token = scene.granted(scene.claims());
        var start = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var attempts = IntStream.range(0, 4)
                    .<Callable<List<Objection>>>mapToObj(number -> () -> {
                        start.await();
                        return scene.upload(token, "widget", "1", "content " + number);
                    })
                    .toList();
            var outcomes = new ArrayList<List<Objection>>();
            for (var attempt : pool.invokeAll(attempts)) {
                outcomes.add(attempt.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
