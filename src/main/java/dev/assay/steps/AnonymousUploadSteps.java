package dev.assay.steps;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.registry.Outcome;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uploads without any token. */
public final class AnonymousUploadSteps {
    private static final String TOKEN = "{token";

    /** Connections are shared by all scenarios: the next request may go out on another. */
    private static final int MOST_ATTEMPTS = 3;

    private final World world;
    private final Deeds deeds;

    public AnonymousUploadSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("somebody publishes without a token, on a connection on which a registry token published")
    public void publishesWithoutToken() {
        deeds.requiresRegistryTokens();
        var what = "publishing without a token, right behind somebody with one";
        var anonymous = anonymous();
        world.provisioningEnds();
        Outcome outcome;
        var attempts = 0;
        do {
            world.acceptedBefore(
                    deeds.publish(deeds.registryToken(), world.cast().packageName(), Deeds.JOB, "publishing"));
            var artifact = deeds.nextArtifact(world.cast().packageName());
            outcome = deeds.kept(
                    world.registry()
                            .attempt(anonymous, Purpose.of(Deeds.ATTACKER, what), Map.of("token", ""), artifact),
                    artifact);
        } while (!outcome.isGranted() && ++attempts < MOST_ATTEMPTS);
        world.tried(what, outcome, () -> {
            throw new IllegalStateException("the twin came first");
        });
    }

    private Operation anonymous() {
        var upload = world.profile().publish().operation();
        var anonymous = upload.withRequests(AnonymousUploadSteps::withoutToken);
        if (anonymous.mentions("token") || anonymous.equals(upload)) {
            throw new Inapplicable("an upload at " + world.profile().title()
                    + " carries its token elsewhere than in its header fields");
        }
        return anonymous;
    }

    private static Request withoutToken(Request request) {
        var headers = new LinkedHashMap<>(request.headers());
        headers.values().removeIf(value -> value.contains(TOKEN));
        return request.withHeaders(headers).withBasic(request.basic().filter(text -> !text.contains(TOKEN)));
    }
}
