package dev.assay.steps;

import dev.assay.registry.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a run has seen the registry do, whatever the scenario; used by several threads. */
public final class Experience {
    private final AtomicBoolean soundTokenAccepted = new AtomicBoolean();

    private volatile Optional<Boolean> spentByUse = Optional.empty();

    /** A sound ID token was accepted. */
    void soundTokenWasAccepted() {
        soundTokenAccepted.set(true);
    }

    /** Whether a sound ID token was accepted at least once: who then refuses another has a reason of his own. */
    boolean acceptsSoundTokens() {
        return soundTokenAccepted.get();
    }

    /**
     * Whether a registry token is good for one version, and spent by publishing it.
     *
     * @param attempt publishes once more with a token that was used; asked until it has said yes or no
     */
    boolean tokensAreSpentByUse(Supplier<Outcome> attempt) {
        var known = spentByUse;
        if (known.isPresent()) {
            return known.get();
        }
        var again = attempt.get();
        if (again instanceof Outcome.Broken) {
            return false;
        }
        spentByUse = Optional.of(!again.isGranted());
        return !again.isGranted();
    }
}
