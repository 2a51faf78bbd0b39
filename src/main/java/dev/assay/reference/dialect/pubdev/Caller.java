package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.registry.RegistryToken;

/** Who publishes. */
sealed interface Caller {

    /**
     * An automated publisher.
     *
     * @param known its ID token, which is authentic
     */
    record Service(Evidence known) implements Caller {

        /** The text of the ID token. */
        String idToken() {
            return known.text();
        }

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
