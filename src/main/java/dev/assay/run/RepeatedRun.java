package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.TargetDescription;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs features one scenario after another, against one registry after another: Cucumber looks for the step definitions
 * once, and not for every registry. Used by one thread at a time. Keeps no conversations.
 */
public final class RepeatedRun {
    private final Catalogue catalogue;
    private final FeatureLibrary library;
    private final Runner runner;
    private final List<Placed> order;
    private @Nullable Recorder recorder;
    private @Nullable Worlds worlds;

    /** The suite: what is demanded, and the scenarios that show it. */
    public RepeatedRun(Catalogue catalogue, FeatureLibrary library) {
        this.catalogue = catalogue;
        this.library = library;
        this.order = order(library);
        var bus = new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID);
        listen(bus);
        this.runner = CucumberEngine.runner(
                bus,
                new ScenarioObjects(this::nextWorld),
                Thread.currentThread().getContextClassLoader());
    }

    /**
     * Runs the scenarios that a course wants, the most promising first. Among equals, one about each set of requirements
     * comes first, then the second about each, and so on, so that a course that looks for something finds it early.
     *
     * @param profile the registry
     * @param target how to describe what is driven
     * @param identityProvider id of the identity provider
     * @param worldsOfRun makes each scenario's world
     */
    public ProfileRun execute(
            Profile profile, TargetDescription target, String identityProvider, Worlds worldsOfRun, Course course) {
        var startedAt = Instant.now();
        var deviations = new Deviations(profile);
        var listener = new Recorder(
                library,
                worldsOfRun,
                deviations,
                (scenario, done, total) -> course.ended(scenario),
                false,
                library.scenarios().size());
        recorder = listener;
        worlds = worldsOfRun;
        for (var scenario : ordered(course)) {
            if (course.wants(scenario.info())) {
                runner.runPickle(scenario.pickle());
            }
        }
        return new RunJudge(catalogue, profile, deviations)
                .judge(target, identityProvider, startedAt, Instant.now(), listener.results());
    }

    /**
     * A scenario and its place.
     *
     * @param turn how many about the same requirements stand before it in the library
     */
    private record Placed(Pickle pickle, ScenarioInfo info, int turn) {}

    private List<Placed> ordered(Course course) {
        return order.stream()
                .map(scenario -> Map.entry(course.promise(scenario.info()), scenario))
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Placed> order(FeatureLibrary library) {
        var turns = new HashMap<List<String>, Integer>();
        return library.features().stream()
                .flatMap(feature -> feature.getPickles().stream())
                .map(pickle -> {
                    var info = library.at(pickle.getUri(), pickle.getLocation().getLine());
                    return new Placed(pickle, info, turns.merge(info.requirements(), 1, Integer::sum));
                })
                .sorted(Comparator.comparingInt(Placed::turn))
                .toList();
    }

    private void listen(EventBus bus) {
        bus.registerHandlerFor(
                TestStepFinished.class, event -> current(recorder).stepFinished(event));
        bus.registerHandlerFor(
                TestCaseFinished.class, event -> current(recorder).scenarioFinished(event));
    }

    private World nextWorld() {
        return current(worlds).next();
    }

    private static <T> T current(@Nullable T of) {
        if (of == null) {
            throw new IllegalStateException("no run is under way");
        }
        return of;
    }
}
