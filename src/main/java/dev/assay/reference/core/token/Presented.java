package dev.assay.reference.core.token;

import java.util.Optional;

/**
 * An ID token as a request presents it.
 *
 * @param text what is believed, once it is verified
 * @param verified another token of the same request, where that one is verified in its place
 */
public record Presented(String text, Optional<String> verified) {

    /** A token that is verified and believed. */
    public static Presented of(String text) {
        return new Presented(text, Optional.empty());
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "presented ID token";
    }
}
