package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.result.Verdict;
import dev.assay.run.ScenarioJudge.Judgement;
import dev.assay.steps.CannotTell;
import dev.assay.steps.Finding;
import dev.assay.steps.Inapplicable;
import dev.assay.steps.Refusal;
import dev.assay.steps.Setting;
import dev.assay.steps.Untested;
import dev.assay.steps.World;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioJudgeTest {
    private static final Outcome YES = new Granted(200, Map.of());

    private static final Laboratory LABORATORY = new Laboratory();
    private static final Setting SETTING = LABORATORY.setting(
            Laboratory.STRICT, LABORATORY.sound(), Setting.Mode.EXPERIMENT, "test", FeatureLibrary.shipped());

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @Test
    void aScenarioThatSawWhatItDemandedPasses() {
        assertThat(judge(Status.PASSED, null, new World(SETTING)))
                .isEqualTo(new Judgement(Verdict.PASSED, Optional.empty()));
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new Finding("it said yes"), Verdict.FAILED, "it said yes"),
                Arguments.of(new AssertionError("expected\nand more"), Verdict.FAILED, "expected"),
                Arguments.of(new CannotTell("it crashed"), Verdict.CANT_TELL, "it crashed"),
                Arguments.of(new Inapplicable("not on offer"), Verdict.INAPPLICABLE, "not on offer"),
                Arguments.of(new Untested("no clock"), Verdict.UNTESTED, "no clock"),
                Arguments.of(new UnsupportedException("it has no clock"), Verdict.UNTESTED, "it has no clock"),
                Arguments.of(
                        new IllegalStateException("oops\nat line 3"),
                        Verdict.CANT_TELL,
                        "the harness failed: IllegalStateException: oops"),
                Arguments.of(
                        new StackOverflowError(),
                        Verdict.CANT_TELL,
                        "the harness failed: StackOverflowError: StackOverflowError"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatEndsAScenarioDecidesItsVerdictInOneLine(Throwable error, Verdict verdict, String reason) {
        assertThat(judge(Status.FAILED, error, new World(SETTING))).isEqualTo(Judgement.of(verdict, reason));
    }

    @Test
    void aRefusalThatIsBuiltOnWithoutAnAcceptedTwinProvesNothing() {
        var reason = "the refusal proves nothing without an accepted twin: an attempt";

        assertThat(judge(Status.PASSED, null, Refusal.in(SETTING, YES).claimed().world()))
                .isEqualTo(Judgement.of(Verdict.CANT_TELL, reason));
    }

    static Stream<Outcome> notAccepted() {
        return Stream.of(new Refused(403, Map.of()), new Broken(Outcome.Kind.TIMEOUT, "late"));
    }

    @ParameterizedTest
    @MethodSource("notAccepted")
    void aTwinThatWasNotAcceptedSupportsNothing(Outcome twin) {
        var world = Refusal.in(SETTING, twin).claimed().withTwin().world();

        assertThat(judge(Status.PASSED, null, world).verdict()).isEqualTo(Verdict.CANT_TELL);
    }

    @Test
    void aRefusalWithAnAcceptedTwinPasses() {
        var world = Refusal.in(SETTING, YES).claimed().withTwin().world();

        assertThat(judge(Status.PASSED, null, world).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aRefusalThatNobodyBuildsOnNeedsNoTwin() {
        assertThat(judge(Status.PASSED, null, Refusal.in(SETTING, YES).world()).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFindingStandsWithoutATwin() {
        var world = Refusal.in(SETTING, YES).claimed().world();

        assertThat(judge(Status.FAILED, new Finding("x"), world).verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "PASSED", mode = EnumSource.Mode.EXCLUDE)
    void aScenarioThatDidNotRunToItsEndNeverPasses(Status status) {
        assertThat(judge(status, null, new World(SETTING)).verdict()).isEqualTo(Verdict.CANT_TELL);
    }

    private static Judgement judge(Status status, @Nullable Throwable error, World world) {
        return ScenarioJudge.judge(new Result(status, Duration.ZERO, error), world);
    }
}
