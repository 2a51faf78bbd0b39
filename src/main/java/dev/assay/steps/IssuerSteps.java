package dev.assay.steps;

import dev.assay.identity.server.Fault;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Issuers that call themselves by other names, or that nobody supports, and whom a registry contacts. */
public final class IssuerSteps {
    private static final Duration CACHE_AGE = Duration.ofMinutes(20);

    private final World world;
    private final Deeds deeds;

    public IssuerSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("an issuer whose discovery document names another issuer")
    public void misnamedDiscovery() {
        world.scene().stage().identityProvider().behave(Fault.Kind.WRONG_ISSUER);
    }

    @Then("once the discovery document is right, it is accepted")
    public void discoveryRight() {
        world.scene().stage().identityProvider().behave(Fault.Kind.NONE);
        new TimeSteps(world).pass(CACHE_AGE, "the issuer to be asked again");
        new OutcomeSteps(world).twinIsAccepted();
    }

    @When("an ID token of an issuer that nobody supports is presented")
    public void unsupportedIssuer() {
        var token = deeds.strangeToken();
        world.tried(
                "an ID token of an issuer that nobody supports",
                deeds.present(token, Deeds.ATTACKER, "of an unsupported issuer"),
                this::presentSound);
    }

    @Then("the unsupported issuer was never contacted")
    public void neverContacted() {
        var provider = world.scene().stage().strangeProvider();
        var fetches =
                provider.discoveryFetches().size() + provider.keySetFetches().size();
        if (fetches > 0) {
            throw new Finding("the registry contacted an issuer that it does not support, " + fetches + " times");
        }
    }

    @Then("the attacker's host was never contacted")
    public void attackerNeverContacted() {
        var contacts = world.scene().stage().attacker().contacts();
        if (!contacts.isEmpty()) {
            throw new Finding("the registry contacted the attacker's host: "
                    + contacts.get(0).url());
        }
    }

    @When("an ID token that names the trusted issuer but is signed by another is presented")
    public void foreignKey() {
        var stage = world.scene().stage();
        var token = deeds.token(TokenRequest.of(world.cast().workload(), deeds.audience())
                .withKey(stage.strangeProvider().signingKey()));
        world.tried(
                "an ID token that names the trusted issuer but is signed by another",
                deeds.present(token, Deeds.ATTACKER, "signed by another issuer"),
                this::presentSound);
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }
}
