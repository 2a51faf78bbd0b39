package dev.assay.run;

import dev.assay.profile.Profile;
import dev.assay.requirement.Catalogue;
import dev.assay.result.ProfileRun;
import dev.assay.result.TargetDescription;
import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Clock;
import java.time.Instant;
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
    private @Nullable Recorder recorder;
    private @Nullable Worlds worlds;

    /** The suite: what is demanded, and the scenarios that show it. */
    public RepeatedRun(Catalogue catalogue, FeatureLibrary library) {
        this.catalogue = catalogue;
        this.library = library;
        var bus = new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID);
        listen(bus);
        var objects = new ScenarioObjects(this::nextWorld);
        var classLoader = Thread.currentThread().getContextClassLoader();
        this.runner = new Runner(
                bus,
                new BackendServiceLoader(() -> classLoader, () -> objects).get(),
                objects,
                CucumberEngine.options().build());
    }

    /**
     * Runs the scenarios that a course wants, in the order of the library.
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
                library, worldsOfRun, deviations, (scenario, done, total) -> course.ended(scenario), false);
        recorder = listener;
        worlds = worldsOfRun;
        for (var feature : library.features()) {
            for (var pickle : feature.getPickles()) {
                if (course.wants(
                        library.at(pickle.getUri(), pickle.getLocation().getLine()))) {
                    runner.runPickle(pickle);
                }
            }
        }
        return new RunJudge(catalogue, profile, deviations)
                .judge(target, identityProvider, startedAt, listener.results());
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
