package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Pin;
import dev.assay.registry.Wire;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import dev.assay.run.Fault.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a registry does, every scenario gets its verdict and a line that says why, in bounded time and memory. */
class HostileRegistryTest {
    private static final Certificates CERTIFICATES = new Certificates();
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Laboratory PATIENT = laboratory(LONG);
    private static final Laboratory IMPATIENT = laboratory(SHORT);
    private static final Pin LOOPBACK = new Pin("127.0.0.1", InetAddress.getLoopbackAddress());
    private static final FeatureLibrary LIBRARY = FeatureLibrary.shipped();
    private static final ConcurrentLinkedQueue<Figure> FIGURES = new ConcurrentLinkedQueue<>();

    /** A scenario waits once for an answer that does not come; the rest is for a machine that is busy otherwise. */
    private static final double MOST_SECONDS = 15;

    /** What a connection takes before Assay hangs up: 4 MiB, and what the two ends of the socket hold. */
    private static final double MOST_MIB_A_SCENARIO = 16;

    /** What a fault cost. */
    private record Figure(String fault, double seconds, double mebibytes) {}

    private static Laboratory laboratory(Duration answerTimeout) {
        return new Laboratory(Wire.open(answerTimeout, Optional.of(CERTIFICATES.authorities())));
    }

    static List<Fault> faults() {
        return Faults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasItsVerdictAndItsLine(Fault fault) {
        var sent = new AtomicLong();
        var begin = System.nanoTime();

        var scenarios = run(fault, sent);

        var seconds = (System.nanoTime() - begin) / 1e9;
        var mebibytes = sent.get() / (double) (1 << 20) / scenarios.size();
        FIGURES.add(new Figure(fault.name(), seconds, mebibytes));
        assertThat(scenarios).isNotEmpty().allSatisfy(scenario -> {
            assertThat(scenario.verdict())
                    .as(scenario.id() + ": " + scenario.reason())
                    .isEqualTo(fault.verdict());
            assertThat(scenario.reason().orElse("")).contains(fault.line()).hasSizeLessThan(3000);
        });
        assertThat(seconds).isLessThan(MOST_SECONDS);
        assertThat(mebibytes).isLessThan(MOST_MIB_A_SCENARIO);
    }

    @Test
    void thereAreMoreThanTwentyFiveFaultsAndTheyHaveNames() {
        assertThat(faults()).hasSizeGreaterThan(25).extracting(Fault::name).doesNotHaveDuplicates();
    }

    @Test
    void aDeadTargetEndsTheRunEarly() {
        var dead = new Fault("is dead", "/", turn -> {}, Tls.NONE, false, "@JWT-6", Verdict.CANT_TELL, "");
        var wire = Wire.open(LONG, Optional.empty(), Optional.of(LOOPBACK));
        try (var laboratory = new Laboratory(wire)) {
            var scenarios = run(laboratory, dead, new AtomicLong());

            assertThat(wire.death().orElseThrow()).contains("the target has not answered since ");
            assertThat(scenarios)
                    .filteredOn(s -> s.verdict() == Verdict.UNTESTED)
                    .hasSizeGreaterThan(scenarios.size() / 2)
                    .allSatisfy(s -> assertThat(s.reason()).isEqualTo(wire.death()));
            assertThat(scenarios)
                    .filteredOn(s -> s.verdict() != Verdict.UNTESTED)
                    .hasSizeBetween(4, 20)
                    .allSatisfy(s -> assertThat(s.verdict()).isEqualTo(Verdict.CANT_TELL));
        }
    }

    @Test
    void aTargetThatHangsUpAtEveryExchangeButAnswersElseIsNotDead() {
        var fault = new Fault("hangs up", "/_/oidc/mint", turn -> {}, Tls.NONE, false, "@JWT-6", Verdict.CANT_TELL, "");
        var wire = Wire.open(LONG, Optional.empty(), Optional.of(LOOPBACK));
        try (var laboratory = new Laboratory(wire)) {
            assertThat(run(laboratory, fault, new AtomicLong()))
                    .hasSizeGreaterThan(10)
                    .extracting(ScenarioResult::verdict)
                    .contains(Verdict.CANT_TELL)
                    .containsOnly(Verdict.CANT_TELL, Verdict.INAPPLICABLE);
            assertThat(wire.death()).isEmpty();
        }
    }

    @Test
    void whoHangsUpOnLongRequestsAndGoesOnServingSurvives() {
        assertThat(run(hangingUp(turn -> isLong(turn)), new AtomicLong()))
                .hasSizeGreaterThan(10)
                .allSatisfy(s ->
                        assertThat(s.verdict()).as(s.id() + ": " + s.reason()).isEqualTo(Verdict.PASSED));
    }

    @Test
    void whoServesNothingAfterALongRequestDoesNot() {
        var dead = new AtomicBoolean();
        var fault = hangingUp(turn -> {
            if (isLong(turn)) {
                dead.set(true);
            }
            return dead.get();
        });

        assertThat(run(fault, new AtomicLong()))
                .filteredOn(s -> s.verdict() == Verdict.FAILED)
                .extracting(s -> s.reason().orElse(""))
                .anyMatch(reason -> reason.contains("and after it nothing was served"));
    }

    private static boolean isLong(HostileFront.Turn turn) {
        return turn.request().length > 64 << 10;
    }

    private static Fault hangingUp(Predicate<HostileFront.Turn> when) {
        Fault.Answer answer = turn -> {
            if (when.test(turn)) {
                turn.reset();
            } else {
                turn.send(turn.registrysAnswer());
            }
        };
        return new Fault("hangs up", "/_/oidc/mint", answer, Tls.NONE, false, "@RES-4", Verdict.PASSED, "");
    }

    private static List<ScenarioResult> run(Fault fault, AtomicLong sent) {
        return run(fault.patience() ? IMPATIENT : PATIENT, fault, sent);
    }

    private static List<ScenarioResult> run(Laboratory laboratory, Fault fault, AtomicLong sent) {
        return laboratory
                .run(
                        LIBRARY,
                        laboratory.sound(running -> fronted(running, fault, sent)),
                        null,
                        Optional.of(fault.tags()))
                .scenarios();
    }

    private static EmbeddedRegistries.Running fronted(
            EmbeddedRegistries.Running registry, Fault fault, AtomicLong sent) {
        var front = new HostileFront(registry.baseUri(), fault, CERTIFICATES, sent);
        return new EmbeddedRegistries.Running() {
            @Override
            public URI baseUri() {
                return front.url();
            }

            @Override
            public void close() {
                front.close();
                registry.close();
            }
        };
    }

    @AfterAll
    static void closeAndRecord() throws IOException {
        PATIENT.close();
        IMPATIENT.close();
        var page = new StringBuilder("| a registry that | seconds | MiB taken, a scenario |\n|---|---|---|\n");
        FIGURES.forEach(f -> page.append(
                String.format(Locale.ROOT, "| %s | %.1f | %.1f |%n", f.fault(), f.seconds(), f.mebibytes())));
        var file = Path.of("target", "hostile-registries.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
    }

    @Test
    void theSameScenariosPassWhereNothingIsWrong() {
        var harmless = faults().stream()
                .filter(f -> f.verdict() == Verdict.PASSED)
                .findFirst()
                .orElseThrow();

        assertThat(run(harmless, new AtomicLong()))
                .hasSizeGreaterThan(2)
                .extracting(ScenarioResult::verdict)
                .containsOnly(Verdict.PASSED);
    }
}
