package dev.assay.run;

import dev.assay.registry.Provisioner.NotProvisionedException;
import dev.assay.registry.Provisioner.UnsupportedException;
import dev.assay.result.Verdict;
import dev.assay.steps.CannotTell;
import dev.assay.steps.Inapplicable;
import dev.assay.steps.Untested;
import dev.assay.steps.World;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.util.Optional;

/** From what Cucumber saw of a scenario, and what its world recorded, to a verdict. */
final class ScenarioJudge {
    private ScenarioJudge() {}

    /** A verdict, and the reason when it is not {@code passed}. */
    record Judgement(Verdict verdict, Optional<String> reason) {
        static Judgement of(Verdict verdict, String reason) {
            return new Judgement(verdict, Optional.of(reason));
        }
    }

    static Judgement judge(Result result, World world) {
        if (result.getStatus() == Status.UNDEFINED) {
            return Judgement.of(Verdict.CANT_TELL, "a sentence of this scenario is not known to Assay");
        }
        var error = result.getError();
        if (error == null && result.getStatus() != Status.PASSED) {
            return Judgement.of(Verdict.CANT_TELL, "the scenario did not run to its end");
        }
        if (error == null) {
            return world.firstUnsupportedRefusal()
                    .map(what -> Judgement.of(
                            Verdict.CANT_TELL, "the refusal proves nothing without an accepted twin: " + what))
                    .orElseGet(() -> new Judgement(Verdict.PASSED, Optional.empty()));
        }
        var judgement = judge(error);
        return judgement.verdict() == Verdict.FAILED
                ? world.doubt()
                        .map(why -> Judgement.of(
                                Verdict.CANT_TELL,
                                why + " (" + judgement.reason().orElse("") + ")"))
                        .orElse(judgement)
                : judgement;
    }

    private static Judgement judge(Throwable error) {
        var message = firstLine(error);
        if (error instanceof Inapplicable) {
            return Judgement.of(Verdict.INAPPLICABLE, message);
        }
        if (error instanceof Untested || error instanceof UnsupportedException) {
            return Judgement.of(Verdict.UNTESTED, message);
        }
        if (error instanceof AssertionError) {
            return Judgement.of(Verdict.FAILED, message);
        }
        if (error instanceof CannotTell || error instanceof NotProvisionedException) {
            return Judgement.of(Verdict.CANT_TELL, message);
        }
        return Judgement.of(
                Verdict.CANT_TELL, "the harness failed: " + error.getClass().getSimpleName() + ": " + message);
    }

    static String firstLine(Throwable error) {
        var message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
