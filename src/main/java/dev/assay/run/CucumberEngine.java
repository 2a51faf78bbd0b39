package dev.assay.run;

import dev.assay.steps.Worlds;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.SynchronizedEventBus;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.TestSourceRead;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Cucumber, in this process. */
final class CucumberEngine {
    private static final URI GLUE = URI.create("classpath:/dev/assay/steps");

    private CucumberEngine() {}

    /**
     * Runs the wanted scenarios of a library, each in a world of its own.
     *
     * @param slots where they run
     * @param everySecond called every second once all scenarios have begun
     */
    static void run(
            FeatureLibrary library,
            Worlds worlds,
            Slots slots,
            Predicate<ScenarioInfo> wanted,
            List<ConcurrentEventListener> listeners,
            Runnable everySecond) {
        var bus = SynchronizedEventBus.synchronize(new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID));
        listeners.forEach(listener -> listener.setEventPublisher(bus));
        var classLoader = Thread.currentThread().getContextClassLoader();
        var runners = ThreadLocal.withInitial(() -> runner(bus, new ScenarioObjects(worlds::next), classLoader));
        var tasks = new ArrayList<Runnable>();
        for (var feature : library.features()) {
            bus.send(new TestSourceRead(bus.getInstant(), feature.getUri(), feature.getSource()));
            feature.getPickles().stream()
                    .filter(pickle -> wanted.test(
                            library.at(pickle.getUri(), pickle.getLocation().getLine())))
                    .forEach(pickle -> tasks.add(() -> runners.get().runPickle(pickle)));
        }
        slots.runAll(tasks, everySecond);
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
