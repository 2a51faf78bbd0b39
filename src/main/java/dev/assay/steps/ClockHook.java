package dev.assay.steps;

import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.registry.Transcript.Purpose;
import java.util.Map;
import java.util.UUID;

/** The way to move a registry's clock, if there is one. */
public final class ClockHook {
    static final String OPERATION = "advanceClock";

    /** Names nothing that is created. */
    private static final String SCENARIO = "clock";

    private ClockHook() {}

    /** Whether the registry has one. Where a program would carry it out, it is asked to move the clock by nothing. */
    public static boolean isThere(Worlds worlds) {
        try (var world = worlds.next()) {
            world.begin(UUID.randomUUID(), SCENARIO, true);
            var provision = world.profile().provision();
            return provision.operation(OPERATION).isPresent()
                    || provision.program(OPERATION).isPresent() && programMoves(world);
        }
    }

    private static boolean programMoves(World world) {
        try {
            var purpose = Purpose.of("maintainer", "find out whether the clock can be moved");
            world.administer(OPERATION, purpose, Map.of("seconds", 0));
            return true;
        } catch (UnsupportedException cannot) {
            return false;
        }
    }
}
