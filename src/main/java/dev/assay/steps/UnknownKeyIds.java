package dev.assay.steps;

import java.time.Duration;

/** An attacker who presents ID tokens with key ids that nobody publishes, each with another. */
record UnknownKeyIds(World world) {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** Somewhat more than two minutes. */
    private static final int COUNT = 13;

    /** Presents one. */
    void presentOne() {
        var deeds = new Deeds(world).atOnce();
        var forgery = world.setting().forgery("whose key id is one that nobody publishes");
        deeds.present(deeds.forgedToken(forgery), Deeds.ATTACKER, forgery.title());
    }

    /** Presents one every ten seconds until more time has passed than registries pause between two looks at keys. */
    void keepComing() {
        for (var count = 0; count < COUNT; count++) {
            new TimeSteps(world).pass(INTERVAL, "the next ID token with an unknown key id to arrive");
            presentOne();
        }
    }
}
