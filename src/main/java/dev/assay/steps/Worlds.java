package dev.assay.steps;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The worlds of one run: makes one for each scenario, and finds it again by Cucumber's id of the test case. */
public final class Worlds {
    private final Supplier<World> maker;
    private final Map<UUID, World> running = new ConcurrentHashMap<>();

    /** Worlds made by a supplier, which is asked by several threads. */
    public Worlds(Supplier<World> maker) {
        this.maker = maker;
    }

    /** A new world, for the scenario that is about to begin. */
    public World next() {
        var world = maker.get();
        world.onBegin(id -> running.put(id, world));
        return world;
    }

    /** The world of a scenario that just ended; it is forgotten here. */
    public World of(UUID testCase) {
        var world = running.remove(testCase);
        if (world == null) {
            throw new IllegalStateException("scenario " + testCase + " never began");
        }
        return world;
    }
}
