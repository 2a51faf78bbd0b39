package dev.assay.steps;

import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Refused;
import java.util.Map;

/** Worlds in which one attempt was refused, for tests of what may be made of that. */
public final class Refusal {
    private static final Outcome NO = new Refused(422, Map.of("message", "no"));

    private final World world;
    private final Trial trial;

    private Refusal(World world, Outcome twin) {
        this.world = world;
        this.trial = world.tried("an attempt", NO, () -> twin);
    }

    /** Somebody was refused. */
    public static Refusal in(Setting setting, Outcome twin) {
        return new Refusal(new World(setting), twin);
    }

    /** The scenario says so, and builds on it. */
    public Refusal claimed() {
        new OutcomeSteps(world).isRefused();
        return this;
    }

    /** The twin made its attempt. */
    public Refusal withTwin() {
        trial.twinOutcome();
        return this;
    }

    /** Where it happened. */
    public World world() {
        return world;
    }
}
