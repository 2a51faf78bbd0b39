package dev.assay.reference.core.check;

import dev.assay.reference.core.failure.Refused;

/** One step of examining an ID token. */
@FunctionalInterface
public interface Check {

    /**
     * What is known about the token once this step has passed.
     *
     * @throws Refused if it did not pass
     */
    Evidence examine(Evidence known) throws Refused;
}
