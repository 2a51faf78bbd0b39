package dev.assay.run;

import dev.assay.steps.World;
import dev.assay.steps.Worlds;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.function.Consumer;

/** Hands over the world of every scenario that ended. */
final class WorldListener implements ConcurrentEventListener {
    private final Worlds worlds;
    private final Consumer<World> receiver;

    WorldListener(Worlds worlds, Consumer<World> receiver) {
        this.worlds = worlds;
        this.receiver = receiver;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                TestCaseFinished.class,
                event -> receiver.accept(worlds.of(event.getTestCase().getId())));
    }
}
