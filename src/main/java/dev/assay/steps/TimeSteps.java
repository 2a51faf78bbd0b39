package dev.assay.steps;

import dev.assay.registry.Outcome;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Map;

/** Lets time pass: by the registry's own clock where it has a hook, otherwise by waiting, if the user agreed to. */
public final class TimeSteps {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final World world;

    public TimeSteps(World world) {
        this.world = world;
    }

    @When("the promised lifetime has passed")
    public void lifetimePasses() {
        pass(
                Duration.ofSeconds(world.profile().token().lifetimeSeconds()).plus(MARGIN),
                "the registry token to expire");
    }

    /** Lets time pass until something has happened. */
    void pass(Duration duration, String untilWhat) {
        var clock = world.profile().provision().operation("advanceClock");
        if (clock.isPresent()) {
            var outcome = world.registry()
                    .attempt(
                            clock.get(),
                            Purpose.of("maintainer", "let " + duration.toSeconds() + " seconds pass"),
                            Map.of("seconds", duration.toSeconds()));
            if (!(outcome instanceof Outcome.Granted)) {
                throw new CannotTell("the registry's clock could not be moved: " + outcome.describe());
            }
            world.scene().stage().clock().advance(duration);
            return;
        }
        if (!world.setting().waits()) {
            throw new Untested("needs " + duration.toMinutes() + " minutes for " + untilWhat + "; give --wait to wait");
        }
        waitFor(duration);
    }

    /** Lets time pass where the registry's clock can be moved, and goes on at once where it cannot. */
    void passIfPossible(Duration duration) {
        if (world.profile().provision().operation("advanceClock").isPresent()) {
            pass(duration, "nothing in particular");
        }
    }

    private static void waitFor(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotTell("interrupted while waiting");
        }
    }
}
