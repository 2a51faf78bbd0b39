package dev.assay.steps;

import dev.assay.registry.Provisioner.NotProvisionedException;

/** What a profile promises that can be entered. */
final class Promised {
    private Promised() {}

    /** What the profile promises and the registry does not let a maintainer enter is a finding. */
    static void mayHave(Runnable configuration) {
        try {
            configuration.run();
        } catch (NotProvisionedException e) {
            if (e.wasRefused()) {
                throw new Finding("a second policy is promised, but " + e.getMessage());
            }
            throw e;
        }
    }
}
