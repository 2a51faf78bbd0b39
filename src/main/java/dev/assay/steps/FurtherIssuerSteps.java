package dev.assay.steps;

import dev.assay.identity.key.SigningKey;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.jspecify.annotations.Nullable;

/** Two issuers of the same kind that the registry supports both, as GitHub has where an enterprise runs its own. */
public final class FurtherIssuerSteps {
    private final World world;
    private final Deeds deeds;
    private @Nullable FurtherTrust established;

    public FurtherIssuerSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("another package that trusts a workload at another supported issuer")
    public void anotherPackage() {
        established = FurtherTrust.established(world, deeds);
    }

    private FurtherTrust elsewhere() {
        if (established == null) {
            throw new IllegalStateException("no other issuer was introduced");
        }
        return established;
    }

    @Given("that workload was accepted before")
    public void acceptedBefore() {
        FurtherTrust.requireAccepted(elsewhere().ask());
    }

    @Given("that workload was accepted with a key that has the name of the trusted issuer's")
    public void acceptedWithKeyOfSameName() {
        var key = keyOfSameName();
        elsewhere().issuer().publishAlso(key);
        FurtherTrust.requireAccepted(
                elsewhere().present(elsewhere().minted(elsewhere().request().withKey(key))));
    }

    private SigningKey keyOfSameName() {
        return elsewhere()
                .issuer()
                .signingKey()
                .named(world.scene().stage().identityProvider().signingKey().keyId());
    }

    /** The unknown key ids are the trusted issuer's. */
    @When("the other issuer signs with a new key, while every ten seconds an ID token with an unknown key id arrives")
    public void newKeyUnderFire() {
        new TimeSteps(world).passIfPossible(TimeSteps.REFRESH_PAUSE);
        new UnknownKeyIds(world).presentOne();
        elsewhere().issuer().rotateKeys();
        new UnknownKeyIds(world).keepComing();
    }

    @When("that workload asks to publish the other package")
    public void asks() {
        world.tried(
                "a workload of another supported issuer asks to publish",
                elsewhere().ask(),
                elsewhere()::ask);
    }

    @When("the other issuer's ID token for the trusted workload is presented")
    public void presentsOthers() {
        var token = elsewhere().minted(request());
        world.tried(
                "an ID token of the other issuer",
                deeds.present(token, Deeds.ATTACKER, "of another supported issuer"),
                this::presentSound);
    }

    @When("the other issuer's ID token with the same id is presented for the other package")
    public void presentsOthersWithSameId() {
        var id = world.cast().presented().claim("jti").orElseThrow();
        world.tried(
                "an ID token of the other issuer with an id that was used before",
                elsewhere().present(elsewhere().minted(elsewhere().request().withTokenId(id))),
                elsewhere()::ask);
    }

    @When("an ID token that names the trusted issuer but is signed by the other is presented")
    public void signedByOther() {
        presentsForeign(
                "signed by another supported issuer",
                request().withKey(elsewhere().issuer().signingKey()));
    }

    @When("an ID token that names the trusted issuer but is signed with that key is presented")
    public void signedUnderTheSameName() {
        presentsForeign(
                "signed by another supported issuer's key of the same name",
                request().withKey(keyOfSameName()));
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
}
