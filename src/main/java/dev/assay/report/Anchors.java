package dev.assay.report;

import dev.assay.result.ProfileRun;

/** Addresses within the page. They hold no white space, and no two things share one. */
final class Anchors {
    private final String prefix;

    Anchors(ProfileRun run, boolean several) {
        this.prefix = several ? run.profile() + "/" + run.identityProvider() + "/" : "";
    }

    /** The address of a requirement, a scenario, or a part of the run, by its id. */
    public String of(String id) {
        return (prefix + id).replaceAll("\\s+", "-");
    }
}
