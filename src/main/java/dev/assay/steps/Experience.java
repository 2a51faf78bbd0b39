package dev.assay.steps;

import java.util.concurrent.atomic.AtomicBoolean;

/** What a run has seen the registry do, whatever the scenario; used by several threads. */
public final class Experience {
    private final AtomicBoolean soundTokenAccepted = new AtomicBoolean();

    /** A sound ID token was accepted. */
    void soundTokenWasAccepted() {
        soundTokenAccepted.set(true);
    }

    /** Whether a sound ID token was accepted at least once: who then refuses another has a reason of his own. */
    boolean acceptsSoundTokens() {
        return soundTokenAccepted.get();
    }
}
