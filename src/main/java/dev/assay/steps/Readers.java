package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.registry.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Who looks at what was published. Registries may show it to readers a little later than they take it. */
record Readers(World world) {
    private static final int LOOKS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What they see of a version, at once or after a few seconds.
     *
     * @param view a view of the profile's {@code readBack}; empty if it has none of that name
     */
    Optional<Outcome> see(String view, Artifact published) {
        var outcome = look(view, published);
        var most = world.setting().stages().readersMayLag() ? LOOKS : 1;
        for (int looks = 1;
                looks < most
                        && outcome.filter(Outcome.Refused.class::isInstance).isPresent();
                looks++) {
            pause();
            outcome = look(view, published);
        }
        return outcome;
    }

    private Optional<Outcome> look(String view, Artifact published) {
        var outcome = world.registry().read(view, published.name(), published.version());
        outcome.ifPresent(OutcomeSteps::requireAnswer);
        return outcome;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotTell("interrupted");
        }
    }
}
