package dev.assay.steps;

import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Map;

/** Lets time pass: by the registry's own clock where it has a hook, otherwise by waiting, if the user agreed to. */
public final class TimeSteps {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    /** Longer than registries pause between two looks at an issuer's keys. */
    static final Duration REFRESH_PAUSE = Duration.ofMinutes(2);

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

    @When("the other half of its life has passed")
    public void otherHalfPasses() {
        pass(halfALife().plus(MARGIN), "the registry token to expire");
    }

    /** Lets half the promised lifetime pass. */
    void passHalfALife() {
        pass(halfALife(), "half the life of the registry token");
    }

    private Duration halfALife() {
        return Duration.ofSeconds(world.profile().token().lifetimeSeconds()).dividedBy(2);
    }

    /** Lets time pass until something has happened. */
    void pass(Duration duration, String untilWhat) {
        if (movesClock(duration)) {
            return;
        }
        letRealTimePass(duration, untilWhat);
    }

    /** Lets time pass by the registry's own clock; what takes longer than anybody waits is not asked without it. */
    void passByClock(Duration duration, String untilWhat) {
        if (!movesClock(duration)) {
            throw new Inapplicable(
                    "the clock of " + world.profile().title() + " cannot be moved, and nobody waits for " + untilWhat);
        }
    }

    /** Lets time pass where the registry's clock can be moved, and goes on at once where it cannot. */
    void passIfPossible(Duration duration) {
        movesClock(duration);
    }

    /** Moves the registry's clock, if that can be done. */
    private boolean movesClock(Duration duration) {
        if (!world.profile().provision().offers(ClockHook.OPERATION)) {
            return false;
        }
        // both clocks by the same: hooks take whole seconds
        var seconds = duration.plusMillis(999).toSeconds();
        var purpose = Purpose.of("maintainer", "let " + seconds + " seconds pass");
        try {
            var outcome = world.administer(ClockHook.OPERATION, purpose, Map.of("seconds", seconds));
            if (!outcome.isGranted()) {
                throw new CannotTell("the registry's clock could not be moved: " + outcome.describe());
            }
        } catch (UnsupportedException e) {
            return false;
        }
        world.scene().stage().clock().advance(Duration.ofSeconds(seconds));
        return true;
    }

    /**
     * Lets the pause pass that registries make between two looks at an issuer's keys: where all scenarios share the issuer,
     * the registry has just looked for another one. Where time neither can be moved nor may be waited for, it goes on.
     */
    void settle() {
        var setting = world.setting();
        var possible = setting.waiting().isPresent()
                || world.profile().provision().operation(ClockHook.OPERATION).isPresent();
        if (possible && setting.stages().shareOneIssuer() && setting.mode() == Setting.Mode.EXPERIMENT) {
            pass(REFRESH_PAUSE, "the registry to look at its issuer again");
        }
    }

    private void letRealTimePass(Duration duration, String untilWhat) {
        var need = "needs " + minutes(duration) + " for " + untilWhat;
        if (duration.compareTo(Waiting.LONGEST) > 0) {
            throw new Untested(need + ", and Assay waits " + minutes(Waiting.LONGEST) + " at most");
        }
        world.setting()
                .waiting()
                .orElseThrow(() -> new Untested(need + "; give --wait to wait"))
                .pass(duration, untilWhat);
    }

    private static String minutes(Duration duration) {
        var minutes = duration.plusSeconds(59).toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
