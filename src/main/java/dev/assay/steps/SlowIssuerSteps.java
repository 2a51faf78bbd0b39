package dev.assay.steps;

import dev.assay.identity.server.Fault;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What becomes of everybody else while one issuer keeps the registry waiting. */
public final class SlowIssuerSteps {
    /** As many as it takes to be under way while the registry waits. */
    private static final int ATTEMPTS = 20;

    /** Nobody waits so long for an answer that needs nobody else's; but a busy machine may stand still once. */
    private static final Duration DELAY = Duration.ofMillis(1500);

    /** Who was waited for has been answered by then. */
    private static final Duration NEXT = Duration.ofMillis(500);

    private final World world;
    private final Deeds deeds;
    private final List<Duration> delays = new ArrayList<>();
    private final List<Outcome> others = new ArrayList<>();
    private boolean waitedForSlowOne;

    public SlowIssuerSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Then("it is not left waiting")
    public void isNotLeftWaiting() {
        var trial = world.lastTrial();
        if (trial.outcome() instanceof Outcome.Broken broken && broken.kind() == Outcome.Kind.TIMEOUT) {
            throw new Finding("the registry did not answer while its issuer was slow");
        }
        new OutcomeSteps(world).isNotAccepted();
    }

    @When("the workload asks to publish, and meanwhile ID tokens of an issuer that nobody supports are presented")
    public void meanwhileStrangers() {
        meanwhile(() -> deeds.atOnce().present(deeds.strangeToken(), Deeds.ATTACKER, "of a stranger"));
    }

    @When("the workload asks to publish, and meanwhile ID tokens of another supported issuer are presented")
    public void meanwhileOthers() {
        var elsewhere = FurtherTrust.established(world, deeds.atOnce());
        // its keys are known from now on
        FurtherTrust.requireAccepted(elsewhere.ask());
        meanwhile(elsewhere::ask);
    }

    private void meanwhile(Supplier<Outcome> other) {
        world.scene().stage().identityProvider().behave(new Fault.Slow(Duration.ofHours(1)));
        var slow = CompletableFuture.supplyAsync(() -> deeds.ask(world.cast().workload(), Deeds.JOB));
        var clock = world.scene().stage().clock();
        for (int i = 0; i < ATTEMPTS && !slow.isDone(); i++) {
            var begun = clock.instant();
            others.add(other.get());
            var took = Duration.between(begun, clock.instant());
            if (took.compareTo(DELAY) > 0) {
                delays.add(took);
                waitedForSlowOne |= endsNow(slow);
            }
        }
        world.tried(
                "the workload asks to publish while its issuer does not answer",
                slow.join(),
                () -> deeds.ask(world.cast().workload(), Deeds.JOB));
    }

    private static boolean endsNow(CompletableFuture<?> slow) {
        try {
            slow.copy().orTimeout(NEXT.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            return slow.isDone();
        }
    }

    @Then("these are judged without delay")
    public void judgedWithoutDelay() {
        if (waitedForSlowOne || delays.size() > 1) {
            throw new Finding("an ID token that has nothing to do with the slow issuer was answered after "
                    + Collections.max(delays).toMillis() + " ms");
        }
        others.forEach(OutcomeSteps::requireAnswer);
    }
}
