package dev.assay.run;

import dev.assay.steps.World;
import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives every scenario a world of its own, and glue objects that share it. One instance a thread. */
final class ScenarioObjects implements ObjectFactory {
    private final Supplier<World> worlds;
    private final Map<Class<?>, Object> glue = new HashMap<>();
    private @Nullable World world;

    ScenarioObjects(Supplier<World> worlds) {
        this.worlds = worlds;
    }

    @Override
    public boolean addClass(Class<?> glueClass) {
        return true;
    }

    @Override
    public void start() {
        glue.clear();
        world = worlds.get();
    }

    @Override
    public void stop() {
        glue.clear();
        if (world != null) {
            world.close();
            world = null;
        }
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(glue.computeIfAbsent(type, this::create));
    }

    private Object create(Class<?> type) {
        try {
            return type.getConstructor(World.class).newInstance(world);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type + " needs a public constructor that takes the world", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " could not be made", e.getCause());
        }
    }
}
