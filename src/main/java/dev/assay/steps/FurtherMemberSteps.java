package dev.assay.steps;

import dev.assay.identity.token.IdToken;
import dev.assay.identity.token.TokenRequest;
import dev.assay.profile.Profile.Step;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** Exchanges whose request says more than is asked of it, in the words of RFC 8693 §2.1. */
public final class FurtherMemberSteps {
    private static final String ANOTHER_AUDIENCE = "https://audience.invalid";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

    /** What asks for a token that lives longer, by what the token would be. */
    private static final Map<String, Map<String, String>> LONGER = Map.of(
            "a refresh token",
            Map.of("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token"),
            "good for a year",
            Map.of("expires_in", "31536000"));

    private final World world;
    private final Deeds deeds;

    public FurtherMemberSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("a request for a registry token names the other audience that its ID token is for")
    public void namesAnotherAudience() {
        deeds.requiresRegistryTokens();
        var token = deeds.token(TokenRequest.of(world.cast().workload(), ANOTHER_AUDIENCE));
        var what = "an ID token for another audience, in a request that names that audience";
        tried(what, exchange(token, Map.of("audience", ANOTHER_AUDIENCE), what));
    }

    @When(
            "a workload without a policy presents its ID token, and one of the trusted workload's that nobody signed as its"
                    + " actor's")
    public void bringsAnActor() {
        deeds.requiresRegistryTokens();
        var stranger = deeds.soundToken(Elsewhere.runs(world, "in another repository of the same owner"));
        var actor = JwtText.of(deeds.soundToken(world.cast().workload()).compact())
                .orElseThrow()
                .unsecured();
        world.secrets().add(actor);
        var what = "an ID token of a workload without a policy, beside an unsigned one of the trusted workload's";
        tried(what, published(exchange(stranger, Map.of("actor_token", actor, "actor_token_type", JWT), what), what));
    }

    /** Where policies are looked at later, so does this. */
    private Outcome published(Outcome exchanged, String what) {
        return exchanged instanceof Granted granted && world.profile().policyDecidedAt() == Step.PUBLISH
                ? deeds.publish(
                        granted.value("token").orElseThrow(), world.cast().packageName(), Deeds.ATTACKER, what)
                : exchanged;
    }

    @When("^its workload asks for a registry token that is (a refresh token|good for a year)$")
    public void asksForLongerLife(String kind) {
        deeds.requiresRegistryTokens();
        var what = "the workload asks for a registry token that is " + kind;
        var token = deeds.soundToken(world.cast().workload());
        tried(what, exchange(token, LONGER.getOrDefault(kind, Map.of()), what));
    }

    @Then("it is refused, or its announced lifetime is an hour at most")
    public void isRefusedOrShort() {
        if (world.lastTrial().outcome().isGranted()) {
            new RegistryTokenSteps(world).lifetimeIsAnHourAtMost();
        } else {
            new OutcomeSteps(world).isRefusedSomehow();
        }
    }

    private Outcome exchange(IdToken token, Map<String, String> members, String what) {
        var request = new TalkativeRequest(world.profile()).with(members);
        world.provisioningEnds();
        var cast = world.cast();
        var values = Map.of(
                "idToken", token.compact(),
                "package", cast.packageName(),
                "owner", cast.owner().name());
        return world.registry()
                .attempt(
                        request,
                        Purpose.of(Deeds.ATTACKER, what),
                        values,
                        deeds.artifactFor(token.compact(), cast.packageName()));
    }

    private void tried(String what, Outcome outcome) {
        world.tried(
                what, outcome, () -> deeds.present(deeds.soundToken(world.cast().workload()), Deeds.JOB, "sound"));
    }
}
