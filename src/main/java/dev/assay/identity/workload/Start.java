package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What started a run.
 *
 * @param event such as {@code push}
 * @param ref the full ref, such as {@code refs/tags/v1}; when absent, the provider's usual one for the event
 * @param sha the commit, 40 hexadecimal digits
 * @param actor who started it
 * @param fromFork whether a fork's pull request did
 */
public record Start(String event, Optional<String> ref, String sha, Owner actor, boolean fromFork) {

    public Start {
        requireNonNull(event, "event");
        requireNonNull(ref, "ref");
        requireNonNull(sha, "sha");
        requireNonNull(actor, "actor");
    }

    /** An event on its usual ref, at a commit of its own, started by GitHub's bot account. */
    public static Start by(String event) {
        var bot = new Owner("github-actions[bot]", 41_898_282);
        return new Start(event, Optional.empty(), freshCommit(), bot, false);
    }

    Start withEvent(String other) {
        return new Start(other, Optional.empty(), sha, actor, fromFork);
    }

    Start withRef(String other) {
        return new Start(event, Optional.of(other), sha, actor, fromFork);
    }

    Start withSha(String other) {
        return new Start(event, ref, other, actor, fromFork);
    }

    Start withActor(Owner other) {
        return new Start(event, ref, sha, other, fromFork);
    }

    Start withFork() {
        return new Start(event, ref, sha, actor, true);
    }

    private static String freshCommit() {
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
