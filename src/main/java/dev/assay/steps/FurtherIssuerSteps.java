package dev.assay.steps;

import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.token.TokenRequest;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Two issuers of the same kind that the registry supports both, as GitHub has where an enterprise runs its own. */
public final class FurtherIssuerSteps {
    private final World world;
    private final Deeds deeds;

    public FurtherIssuerSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("another issuer that the registry supports, too")
    public void anotherIssuer() {
        world.requires(Promise.FURTHER_ISSUERS);
        further();
    }

    @Given("another issuer at which the package trusts the same workload")
    public void trustedAtAnotherIssuer() {
        anotherIssuer();
        var cast = world.cast();
        world.provisioner()
                .addPublisher(
                        cast.owner(),
                        cast.packageName(),
                        cast.policyFor(cast.workload()).withIssuer(further().issuer()));
    }

    @When("the other issuer's ID token for the same workload is presented")
    public void presentsOthers() {
        tried("an ID token of the other issuer", request());
    }

    @When("the other issuer's ID token with the same id is presented")
    public void presentsOthersWithSameId() {
        tried(
                "an ID token of the other issuer with an id that was used before",
                request().withTokenId(world.cast().presented().claim("jti").orElseThrow()));
    }

    private void tried(String what, TokenRequest request) {
        var token = deeds.token(request, further().mint());
        world.tried(what, deeds.present(token, Deeds.JOB, "of another supported issuer"), this::presentSound);
    }

    @When("an ID token that names the trusted issuer but is signed by the other is presented")
    public void signedByOther() {
        var key = further().signingKey();
        presentsForeign("signed by another supported issuer", request().withKey(key));
    }

    @When("the other issuer signs for the trusted one with a key of the same name")
    public void signedUnderTheSameName() {
        var other = further();
        var key = other.signingKey()
                .named(world.scene().stage().identityProvider().signingKey().keyId());
        other.publishAlso(key);
        var own = deeds.token(request().withKey(key), other.mint());
        var primed = deeds.present(own, Deeds.JOB, "of another supported issuer, with a key of the same name");
        if (!primed.isGranted()) {
            throw new CannotTell("the other issuer's own ID token was " + primed.describe());
        }
        presentsForeign(
                "signed by another supported issuer's key of the same name",
                request().withKey(key));
    }

    private void presentsForeign(String what, TokenRequest request) {
        world.tried(
                "an ID token that names the trusted issuer and is " + what,
                deeds.present(deeds.token(request), Deeds.ATTACKER, what),
                this::presentSound);
    }

    private TokenRequest request() {
        return TokenRequest.of(world.cast().workload(), deeds.audience());
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }

    private IdentityProviderServer further() {
        return further(world);
    }

    /** Another issuer that the registry supports. */
    static IdentityProviderServer further(World world) {
        return world.scene()
                .stage()
                .furtherProvider()
                .orElseThrow(() -> new Untested(
                        "needs a second issuer of " + world.setting().provider().title()
                                + " that the registry supports, and this target was given only one"));
    }
}
