package dev.assay.reference.core.check;

import dev.assay.reference.behaviour.Stage;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;

/** One aspect in which an ID token has to agree with a policy. */
interface Comparison {

    /**
     * Looks whether the token can be compared with any policy at all.
     *
     * @throws Refused if it cannot
     */
    default void admit(Claims claims) throws Refused {}

    /**
     * Compares the token with a policy, as far as that belongs to the stage.
     *
     * @throws Refused if they disagree
     */
    void compare(Publisher publisher, Claims claims, Stage stage) throws Refused;
}
