package dev.assay.calibration;

import dev.assay.result.ProfileRun;
import java.util.Optional;

/** Runs the suite against one kind of registry, sound or with a defect. Used by several threads. */
public interface Bench {
    /** Id of the sound registry's profile. */
    String profile();

    /**
     * A run.
     *
     * @param defect what is wrong with the registry, if anything
     * @param choice which scenarios run
     * @throws InexpressibleException if the registry cannot have this defect
     */
    ProfileRun run(Optional<Defect> defect, Choice choice) throws InexpressibleException;
}
