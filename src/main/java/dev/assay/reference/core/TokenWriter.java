package dev.assay.reference.core;

import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.UUID;

/** How a dialect writes registry tokens. */
public interface TokenWriter {

    /**
     * The text to hand out.
     *
     * @param token all of it but its text
     * @param packageIds the packages that a short-lived token works for
     */
    String write(RegistryToken token, List<UUID> packageIds);

    /**
     * The text to hand out at a registry whose tokens can be guessed.
     *
     * @param token all of it but its text
     * @param packageIds the packages that it works for
     * @param guessable the prefix, and 85 digits or more that are not random
     */
    default String writeGuessable(RegistryToken token, List<UUID> packageIds, String guessable) {
        return guessable;
    }
}
