package dev.assay.run;

import dev.assay.steps.Worlds;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.SynchronizedEventBus;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.TestSourceRead;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Cucumber, in this process. */
final class CucumberEngine {
    private static final URI GLUE = URI.create("classpath:/dev/assay/steps");

    private CucumberEngine() {}

    /**
     * Runs scenarios of a library, each in a world of its own.
     *
     * @param slots where they run
     * @param scenarios in the order in which they begin
     * @param everySecond called every second once all scenarios have begun
     */
    static void run(
            FeatureLibrary library,
            Worlds worlds,
            Slots slots,
            List<ScenarioInfo> scenarios,
            List<ConcurrentEventListener> listeners,
            Runnable everySecond) {
        var bus = SynchronizedEventBus.synchronize(new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID));
        listeners.forEach(listener -> listener.setEventPublisher(bus));
        var classLoader = Thread.currentThread().getContextClassLoader();
        var runners = ThreadLocal.withInitial(() -> runner(bus, new ScenarioObjects(worlds::next), classLoader));
        var pickles = new HashMap<ScenarioInfo, Pickle>();
        for (var feature : library.features()) {
            bus.send(new TestSourceRead(bus.getInstant(), feature.getUri(), feature.getSource()));
            for (var pickle : feature.getPickles()) {
                pickles.put(library.at(pickle.getUri(), pickle.getLocation().getLine()), pickle);
            }
        }
        slots.runAll(
                scenarios.stream()
                        .map(pickles::get)
                        .<Runnable>map(pickle -> () -> runners.get().runPickle(pickle))
                        .toList(),
                everySecond);
    }

    /** Runs scenarios one after another; it looks for the step definitions when it is made. */
    static Runner runner(EventBus bus, ObjectFactory objects, ClassLoader classLoader) {
        return new Runner(
                bus,
                new BackendServiceLoader(() -> classLoader, () -> objects).get(),
                objects,
                new RuntimeOptionsBuilder().addGlue(GLUE).build());
    }
}
