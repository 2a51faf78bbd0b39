package dev.assay.steps;

import io.cucumber.java.en.Then;
import java.util.Locale;

/** What stands in answers besides what they are for. */
public final class AnswerSteps {
    private final World world;

    public AnswerSteps(World world) {
        this.world = world;
    }

    @Then("no cache may keep the answer")
    public void noCacheMayKeep() {
        var control = world.scene()
                .transcript()
                .lastAnswer()
                .flatMap(answer -> answer.header("Cache-Control"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!control.contains("no-store")) {
            throw new Finding("the answer with the registry token says 'Cache-Control: " + control
                    + "' instead of no-store (RFC 6749 §5.1)");
        }
    }

    @Then("no answer repeats a token")
    public void repeatsNoToken() {
        world.scene().transcript().firstEcho().ifPresent(what -> {
            throw new Finding("an answer repeats a token that was sent: " + what);
        });
    }
}
