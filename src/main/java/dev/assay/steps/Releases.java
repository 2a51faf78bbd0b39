package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import java.util.function.Function;

/**
 * Releases that a registry has to let happen side by side, each from its ID token on: an exchange that is refused is as
 * much of a refusal as an upload.
 */
record Releases(World world, Deeds deeds) {

    /** A workload publishes a new version of a package. */
    void tried(Workload workload, String packageName) {
        var what = "the workload of " + workload.job().workflowFile() + " publishes " + packageName;
        world.tried(
                what,
                attempt(workload, packageName, Deeds.JOB, what),
                () -> attempt(workload, packageName, Deeds.JOB, what));
    }

    /** What becomes of a new version of a package. */
    Outcome attempt(Workload workload, String packageName, String who, String what) {
        return attempt(
                deeds.soundToken(workload), packageName, who, token -> deeds.publish(token, packageName, who, what));
    }

    /** What becomes of an artifact. */
    Outcome attempt(Workload workload, Artifact artifact, String who, String what) {
        var idToken = deeds.soundToken(workload, artifact.version());
        return attempt(idToken, artifact.name(), who, token -> deeds.publish(token, artifact, who, what));
    }

    private Outcome attempt(IdToken idToken, String packageName, String who, Function<String, Outcome> publishing) {
        if (!world.registry().exchanges()) {
            return publishing.apply(idToken.compact());
        }
        var outcome = deeds.exchange(idToken, packageName, who, "sound");
        return outcome instanceof Granted granted
                ? publishing.apply(granted.value("token").orElseThrow())
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
