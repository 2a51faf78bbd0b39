package dev.assay.calibration;

import java.util.List;

/**
 * A scenario that may be run for a defect.
 *
 * @param id stable id
 * @param requirements what it bears on
 * @param smoke whether it was picked to show that the ground still holds
 */
public record Candidate(String id, List<String> requirements, boolean smoke) {
    public Candidate {
        requirements = List.copyOf(requirements);
    }

    boolean bearsOn(String requirement) {
        return requirements.contains(requirement);
    }
}
