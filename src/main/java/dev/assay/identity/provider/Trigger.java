package dev.assay.identity.provider;

import static java.util.Objects.requireNonNull;

/**
 * What an event puts into a token.
 *
 * @param event its name, such as {@code push}
 * @param ref the ref that is usual for it; may be empty
 * @param headRef source branch of a pull request, else empty
 * @param baseRef target branch of a pull request, else empty
 * @param context template of the last part of {@code sub}
 * @param tokenForForks whether a run that a fork started may ask for a token
 */
public record Trigger(String event, String ref, String headRef, String baseRef, String context, boolean tokenForForks) {

    public Trigger {
        requireNonNull(event, "event");
        requireNonNull(ref, "ref");
        requireNonNull(headRef, "headRef");
        requireNonNull(baseRef, "baseRef");
        requireNonNull(context, "context");
    }
}
