package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Shard;
import dev.assay.result.TargetDescription;
import dev.assay.result.Verdict;
import dev.assay.steps.Beginning;
import dev.assay.steps.Selection;
import dev.assay.steps.Worlds;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.tagexpressions.Expression;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the features against one registry, scenario by scenario in parallel, and judges what came of it. */
public final class SuiteRun {
    private static final Comparator<ScenarioInfo> SLOW_ONES_FIRST =
            Comparator.comparing(scenario -> !scenario.tags().contains("@slow"));

    private final Catalogue catalogue;
    private final FeatureLibrary library;

    /**
     * How to run.
     *
     * @param slots where scenarios run, and so how many at once
     * @param tags leaves all scenarios out, without a trace, whose tags do not fit this expression
     * @param selection leaves all scenarios untested that do not take part
     * @param shard leaves all other scenarios untested
     * @param allureResults where Allure's results go, if anywhere
     * @param progress told of every scenario that takes part, as it ends
     * @param waitingRoom where scenarios wait for time to pass, if they may
     * @param shared what all scenarios share
     */
    public record Options(
            Slots slots,
            Optional<Expression> tags,
            Selection selection,
            Optional<Shard> shard,
            Optional<Path> allureResults,
            Progress progress,
            Optional<WaitingRoom> waitingRoom,
            Shared shared) {

        boolean want(ScenarioInfo scenario) {
            return tags.map(expression -> expression.evaluate(scenario.tags())).orElse(true);
        }

        boolean takesPart(ScenarioInfo scenario) {
            return selection.includes(scenario.tags());
        }

        /** Whether it is not left to another shard. */
        boolean isHere(ScenarioInfo scenario) {
            return shard.map(part -> part.scenarios().contains(scenario.id())).orElse(true);
        }

        /** Those that may run at the same time, in the order in which they should begin. */
        List<ScenarioInfo> together(List<ScenarioInfo> scenarios) {
            var together = scenarios.stream().filter(s -> !wantsToBeAlone(s));
            return (shared == Shared.NOTHING ? together.sorted(SLOW_ONES_FIRST) : together).toList();
        }

        /** Those that have to run while nothing else does. */
        List<ScenarioInfo> alone(List<ScenarioInfo> scenarios) {
            return scenarios.stream().filter(this::wantsToBeAlone).toList();
        }

        private boolean wantsToBeAlone(ScenarioInfo scenario) {
            return shared == Shared.ISSUER_OR_CLOCK && scenario.tags().contains(Beginning.ALONE);
        }
    }

    /** What all scenarios share. */
    public enum Shared {
        /** Nothing: those that mostly wait begin first, so that others run meanwhile. */
        NOTHING,
        REGISTRY,
        /** One issuer, or one clock that can be moved, besides: those that change it run after the others, one at a time. */
        ISSUER_OR_CLOCK
    }

    /** The suite: what is demanded, and the scenarios that show it. */
    public SuiteRun(Catalogue catalogue, FeatureLibrary library) {
        this.catalogue = catalogue;
        this.library = library;
    }

    /**
     * Runs every scenario of the library.
     *
     * @param profile the registry
     * @param target how to describe what is driven
     * @param identityProvider id of the identity provider
     * @param worlds makes each scenario's world
     * @param options how to run
     */
    public ProfileRun execute(
            Profile profile, TargetDescription target, String identityProvider, Worlds worlds, Options options) {
        var startedAt = Instant.now();
        var deviations = new Deviations(profile);
        var wanted = library.scenarios().stream().filter(options::want).toList();
        var here = wanted.stream().filter(options::isHere).toList();
        var total = (int) here.stream().filter(options::takesPart).count();
        var recorder = new Recorder(library, worlds, deviations, options.progress(), true, total);
        run(worlds, recorder, options, options.slots(), options.together(here));
        run(worlds, recorder, options, new Slots(1), options.alone(here));
        var results = Stream.concat(
                        recorder.results().stream(),
                        wanted.stream().filter(s -> !options.isHere(s)).map(SuiteRun::leftToAnother))
                .sorted(Comparator.comparingInt(result -> library.position(result.id())))
                .toList();
        var run = new RunJudge(catalogue, profile, deviations)
                .judge(target, identityProvider, startedAt, Instant.now(), results);
        return options.shard().isPresent() ? run.withoutHallmark() : run;
    }

    private void run(Worlds worlds, Recorder recorder, Options options, Slots slots, List<ScenarioInfo> scenarios) {
        CucumberEngine.run(
                library,
                worlds,
                slots,
                scenarios,
                listeners(recorder, options.allureResults()),
                () -> options.waitingRoom().flatMap(WaitingRoom::countdown).ifPresent(options.progress()::waiting));
    }

    private static ScenarioResult leftToAnother(ScenarioInfo scenario) {
        return new ScenarioResult(
                scenario.id(),
                scenario.name(),
                scenario.feature(),
                scenario.location(),
                scenario.requirements(),
                Verdict.UNTESTED,
                false,
                Optional.of(ScenarioResult.LEFT_TO_ANOTHER_SHARD),
                0,
                List.of(),
                List.of());
    }

    private static List<ConcurrentEventListener> listeners(Recorder recorder, Optional<Path> allureResults) {
        var listeners = new ArrayList<ConcurrentEventListener>(List.of(recorder));
        allureResults.ifPresent(directory ->
                listeners.add(new AllureCucumber7Jvm(new AllureLifecycle(new FileSystemResultsWriter(directory)))));
        return listeners;
    }
}
