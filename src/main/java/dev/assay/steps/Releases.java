package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;

/**
 * Releases that a registry has to let happen side by side, each from its ID token on: an exchange that is refused is as
 * much of a refusal as an upload.
 */
record Releases(World world, Deeds deeds) {

    /** A workload publishes a new version of a package. */
    void tried(Workload workload, String packageName) {
        var what = "the workload of " + workload.job().workflowFile() + " publishes " + packageName;
        world.tried(what, attempt(workload, packageName, what), () -> attempt(workload, packageName, what));
    }

    private Outcome attempt(Workload workload, String packageName, String what) {
        var token = deeds.soundToken(workload);
        if (!world.registry().exchanges()) {
            return deeds.publish(token.compact(), packageName, Deeds.JOB, what);
        }
        var outcome = deeds.exchange(token, packageName, Deeds.JOB, "sound");
        return outcome instanceof Granted granted
                ? deeds.publish(granted.value("token").orElseThrow(), packageName, Deeds.JOB, what)
                : outcome;
    }

    /** Where nobody gets in at all, the reason is not that there are several. */
    void requireOne() {
        if (world.trials().stream().noneMatch(trial -> trial.outcome().isGranted())) {
            throw new CannotTell("not a single one was accepted: "
                    + world.lastTrial().outcome().describe());
        }
    }
}
