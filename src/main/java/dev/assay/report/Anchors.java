package dev.assay.report;

import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses within the page. They hold no white space, and no two things share one. */
final class Anchors {
    private final Set<String> requirements;

    Anchors(ProfileRun run) {
        this.requirements =
                run.requirements().stream().map(RequirementResult::id).collect(Collectors.toSet());
    }

    /** The address of a requirement, a scenario, or a part of the run, by its id. */
    public String of(String id) {
        return id.replaceAll("\\s+", "-");
    }

    /** The address of a requirement; empty if the run holds no such requirement. */
    String ofRequirement(String id) {
        return requirements.contains(id) ? of(id) : "";
    }
}
