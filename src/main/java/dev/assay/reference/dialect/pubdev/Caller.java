package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.registry.RegistryToken;

/** Who publishes. */
sealed interface Caller {

    /**
     * An automated publisher.
     *
     * @param idToken its ID token, which is authentic
     * @param known what that says
     */
    record Service(String idToken, Evidence known) implements Caller {

        /** Never shows the token. */
        @Override
        public String toString() {
            return "automated publisher";
        }
    }

    /**
     * A person.
     *
     * @param token stands for the access token of Google's that a person publishes with
     */
    record User(RegistryToken token) implements Caller {}
}
