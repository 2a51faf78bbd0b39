package dev.assay.run;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ResultFile;
import dev.assay.result.Message;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a sentence to a verdict, on registries of this machine. */
class SuiteRunTest {
    private static final Laboratory LABORATORY = new Laboratory();

    private static final Pattern SIGNED_TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+");
    private static final Pattern REGISTRY_TOKEN = Pattern.compile("pypi-Ag[\\w-]{15,}");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @AfterAll
    static void close() {
        LABORATORY.close();
    }

    @Test
    void aRefusalProvesNothingUntilItsTwinWasAccepted() throws IOException {
        var run = run("""
                Feature: Twins

                  @JWT-6
                  Scenario: Alone
                    Given a package with a trusted publisher
                    When the workload presents an ID token whose audience is another service
                    Then it is refused

                  @JWT-7
                  Scenario: Together
                    Given a package with a trusted publisher
                    When the workload presents an ID token whose audience is another service
                    Then it is refused
                    But its twin is accepted
                """);

        var alone = scenario(run, "own/alone");
        assertThat(alone.verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(alone.reason().orElseThrow())
                .startsWith("the refusal proves nothing without an accepted twin")
                .endsWith("whose audience is another service");
        assertThat(alone.conversation())
                .filteredOn(message -> message.from().equals("registry"))
                .extracting(Message::to)
                .contains("forge", "identity provider");
        assertThat(scenario(run, "own/together").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(requirement(run, "JWT-6").verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(requirement(run, "JWT-7").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.CANNOT_TELL);
    }

    @Test
    void aRegistryThatRefusesEverybodyDoesNotPassForAGoodOne() {
        var run = LABORATORY.run(
                FeatureLibrary.shipped(),
                LABORATORY.refusingEverybody(),
                null,
                Optional.of("@JWT-6 or @CLM-2 or @TOK-3 or @POL-1"));

        assertThat(run.scenarios()).hasSizeGreaterThan(35);
        assertThat(run.scenarios())
                .extracting(ScenarioResult::verdict)
                .contains(Verdict.CANT_TELL)
                .containsOnly(Verdict.CANT_TELL, Verdict.INAPPLICABLE);
        assertThat(run.hallmark()).isEqualTo("none");
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.CANNOT_TELL);
    }

    @Test
    void aRegistryThatRefusesEverybodyIsNeverConformantWhateverIsTried() {
        var run = LABORATORY.run(
                FeatureLibrary.shipped(), LABORATORY.refusingEverybody(), null, Optional.of("@smoke or @JWT-9"));

        assertThat(run.hallmark()).isEqualTo("none");
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.FINDINGS);
        assertThat(verdict(run, "TOK-1")).isEqualTo(Verdict.FAILED);
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() == Verdict.PASSED)
                .extracting(ScenarioResult::name)
                .as("what passes although nobody gets in has nothing to do with ID tokens")
                .allMatch(name -> !name.contains("ID token") || name.contains("orderly"));
    }

    @Test
    void aRegistryThatAcceptsEverybodyIsNotConformant() {
        var tags = "@smoke or @JWT-1 or @CLM-2 or @TOK-4 or @IDN-1";
        var run = LABORATORY.run(FeatureLibrary.shipped(), LABORATORY.acceptingEverybody(), null, Optional.of(tags));

        assertThat(run.hallmark()).isEqualTo("none");
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.FINDINGS);
        assertThat(Stream.of("POL-1", "JWT-1", "JWT-6", "CLM-1", "CLM-2", "TOK-4", "IDN-1"))
                .allSatisfy(id -> assertThat(verdict(run, id)).as(id).isEqualTo(Verdict.FAILED));
    }

    @Test
    void everyWayAScenarioCanEndHasItsVerdict() throws IOException {
        var run = run("""
                Feature: Ends

                  @JWT-6
                  Scenario: The registry does the opposite
                    Given a package with a trusted publisher
                    When the workload asks to publish
                    Then it is refused

                  @JWT-6
                  Scenario: Nobody knows the sentence
                    Given a package with a trusted publisher
                    When the moon is full
                    Then it is accepted

                  @JWT-6
                  Scenario: Nobody knows the forgery
                    Given a package with a trusted publisher
                    When the workload presents an ID token written in runes
                    Then it is refused

                  @JWT-6
                  Scenario: Nothing was tried
                    Given a package with a trusted publisher
                    Then it is accepted

                  @POL-10
                  Scenario: Not on offer
                    Given a package with a trusted publisher
                    When somebody publishes with a credential of the kind that was abolished
                    Then it is refused

                  @JWT-1 @left-out
                  Scenario: Not selected
                    Given a package with a trusted publisher
                    When the workload asks to publish
                    Then it is accepted
                """, "not @left-out");

        var verdicts = run.scenarios().stream().collect(toMap(ScenarioResult::name, identity()));
        assertVerdict(
                verdicts, "The registry does the opposite", Verdict.FAILED, "accepted: the workload asks to publish");
        assertVerdict(verdicts, "Nobody knows the sentence", Verdict.CANT_TELL, "not known");
        assertVerdict(verdicts, "Nobody knows the forgery", Verdict.CANT_TELL, "written in runes");
        assertVerdict(verdicts, "Nothing was tried", Verdict.CANT_TELL, "before it makes one");
        assertVerdict(verdicts, "Not selected", Verdict.UNTESTED, "not selected by --tags");
        assertThat(requirement(run, "JWT-6").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(requirement(run, "JWT-1").verdict()).isEqualTo(Verdict.UNTESTED);
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.FINDINGS);
    }

    @Test
    void progressIsThatOfTheSelectedScenarios() throws IOException {
        Files.writeString(directory.resolve("own.feature"), """
                Feature: Own

                  Background:
                    Given a package with a trusted publisher
                    When the workload asks to publish

                  @JWT-1
                  Scenario: One
                    Then it is accepted

                  @JWT-2
                  Scenario: Another
                    Then it is accepted

                  @JWT-3
                  Scenario: One of no interest
                    Then it is accepted
                """);
        var progress = new CopyOnWriteArrayList<String>();

        LABORATORY.run(
                FeatureLibrary.of(directory),
                LABORATORY.sound(),
                "@JWT-1 or @JWT-2",
                (scenario, done, total) -> progress.add(done + " of " + total));

        assertThat(progress).containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void aScenarioOfNoKnownRequirementThatFailsIsAFinding() throws IOException {
        var run = run("""
                Feature: Own

                  @mine
                  Scenario: A demand of my own
                    Given a package with a trusted publisher
                    When the workload asks to publish
                    Then it is refused
                """);

        assertThat(run.scenarios()).extracting(ScenarioResult::verdict).containsExactly(Verdict.FAILED);
        assertThat(run.summary().exitCode()).isEqualTo(Summaries.FINDINGS);
    }

    @Test
    void aSoundRegistryPassesInTheOrderOfTheFeaturesAndNoSecretIsInItsResult() {
        var tags = "@JWT-7 or @TOK-3 or @TOK-7 or @JWT-9 or @POL-10 or @POL-8 or @PUB-1 or @RES-1";
        var run = LABORATORY.run(FeatureLibrary.shipped(), LABORATORY.sound(), null, Optional.of(tags));

        assertThat(run.scenarios()).hasSizeGreaterThan(15);
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() != Verdict.PASSED && s.verdict() != Verdict.INAPPLICABLE)
                .extracting(s -> s.id() + ": " + s.verdict() + ": " + s.reason())
                .isEmpty();
        var order = FeatureLibrary.shipped().scenarios().stream()
                .map(ScenarioInfo::id)
                .toList();
        assertThat(run.scenarios())
                .extracting(s -> order.indexOf(s.id()))
                .isSorted()
                .doesNotContain(-1);
        assertThat(run.scenarios())
                .filteredOn(s -> s.verdict() == Verdict.PASSED)
                .allSatisfy(s -> assertThat(s.conversation()).as(s.id()).isNotEmpty());
        var json = new ResultFile().toJson(result(run));
        assertThat(json)
                .contains("mint-token")
                .doesNotContainPattern(SIGNED_TOKEN)
                .doesNotContainPattern(REGISTRY_TOKEN);
    }

    private static void assertVerdict(
            Map<String, ScenarioResult> results, String name, Verdict verdict, String reason) {
        assertThat(results).containsKey(name).hasEntrySatisfying(name, result -> {
            assertThat(result.verdict()).isEqualTo(verdict);
            assertThat(result.reason().orElse("")).contains(reason);
        });
    }

    private ProfileRun run(String feature) throws IOException {
        return run(feature, "");
    }

    private ProfileRun run(String feature, String tags) throws IOException {
        Files.writeString(directory.resolve("own.feature"), feature);
        return LABORATORY.run(FeatureLibrary.of(directory), LABORATORY.sound(), tags, Optional.empty());
    }

    private static ScenarioResult scenario(ProfileRun run, String id) {
        return run.scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RequirementResult requirement(ProfileRun run, String id) {
        return run.requirements().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(ProfileRun run, String id) {
        return requirement(run, id).verdict();
    }

    private static Result result(ProfileRun run) {
        return new Result(
                Result.SCHEMA_VERSION,
                "test",
                "test",
                Instant.EPOCH,
                1,
                "test",
                List.of(),
                List.of(run),
                run.summary());
    }
}
