package dev.assay.steps;

import dev.assay.identity.key.SigningKey;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.server.Fault;
import dev.assay.identity.server.IssuerDocument;
import dev.assay.identity.server.LeftBehind;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;

/** What an issuer publishes as its keys, what of it may verify an ID token, and what becomes of it over time. */
public final class KeySteps {
    private static final Duration CACHE_AGE = Duration.ofMinutes(20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);
    private static final Duration REFRESH_PAUSE = TimeSteps.REFRESH_PAUSE;

    private final World world;
    private final Deeds deeds;
    private Optional<SigningKey> withdrawn = Optional.empty();

    public KeySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("the issuer publishes a new key and signs with it")
    public void newKey() {
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        world.scene().stage().identityProvider().rotateKeys();
        world.tried("an ID token signed with a new key", presentSound(), this::presentSound);
    }

    @When("the issuer replaces its key")
    public void replacesKey() {
        withdraw();
        new TimeSteps(world).pass(CACHE_AGE, "the issuer's keys to be fetched again");
    }

    @When("the issuer replaces its key and cannot be reached for more than a day")
    public void replacesKeyAndIsAway() {
        withdraw();
        world.scene().stage().identityProvider().behave(Fault.Kind.UNREACHABLE);
        new TimeSteps(world).passByClock(MORE_THAN_A_DAY, "a day in which the issuer cannot be reached");
    }

    private void withdraw() {
        var provider = world.scene().stage().identityProvider();
        withdrawn = Optional.of(provider.signingKey());
        provider.rotateKeys();
        provider.withdrawKey(withdrawn.orElseThrow());
    }

    @When("an ID token signed with the withdrawn key is presented")
    public void presentsWithdrawn() {
        presented(presentWithdrawn());
    }

    @When("an ID token signed with the withdrawn key is presented, and if need be again a day later")
    public void presentsWithdrawnAgain() {
        var outcome = presentWithdrawn();
        if (outcome.isGranted()) {
            new TimeSteps(world).passByClock(MORE_THAN_A_DAY, "a day until a withdrawn key is forgotten");
            outcome = presentWithdrawn();
        }
        presented(outcome);
    }

    /** Who uses it may thereby keep it; once it is refused, nobody has it any more. */
    @When("an ID token signed with the withdrawn key is presented every hour, and if need be for more than a day")
    public void presentsWithdrawnEveryHour() {
        var outcome = presentWithdrawn();
        for (var hour = 0; outcome.isGranted() && hour < MORE_THAN_A_DAY.toHours(); hour++) {
            new TimeSteps(world).passByClock(HOUR, "more than a day");
            outcome = presentWithdrawn();
        }
        presented(outcome);
    }

    private Outcome presentWithdrawn() {
        var token = deeds.token(
                TokenRequest.of(world.cast().workload(), deeds.audience()).withKey(withdrawn.orElseThrow()));
        return deeds.present(token, Deeds.ATTACKER, "signed with a withdrawn key");
    }

    private void presented(Outcome outcome) {
        world.tried("an ID token signed with a key that the issuer withdrew", outcome, this::presentSound);
    }

    @Given("^an issuer that also publishes (.+)$")
    public void alsoPublishes(String what) {
        var provider = world.scene().stage().identityProvider();
        if (what.equals("two keys of one name")) {
            provider.publishAlso(OddKeys.sound(world.scene().stage().impostor().signingKey())
                    .with("kid", provider.signingKey().keyId())
                    .json());
        } else {
            provider.publishAlso(OddKeys.beside(what));
        }
    }

    @When("^an ID token is presented that was signed with a published key (.+)$")
    public void signedWithOddKey(String flaw) {
        var key = flaw.contains("1024") ? SigningKeys.shortKey() : strangers();
        world.scene()
                .stage()
                .identityProvider()
                .publishAlso(OddKeys.sound(key).flawed(flaw).json());
        var token = deeds.token(
                TokenRequest.of(world.cast().workload(), deeds.audience()).withKey(key));
        world.tried(
                "an ID token signed with a published key " + flaw,
                deeds.present(token, Deeds.ATTACKER, "signed with a published key " + flaw),
                this::presentSound);
    }

    private SigningKey strangers() {
        return world.scene().stage().impostor().signingKey();
    }

    @Given("^an issuer whose (discovery document|key set) is replaced by a redirect to an attacker's$")
    public void redirected(String document) {
        var stage = world.scene().stage();
        var paths = world.setting().provider();
        var discovery = document.equals("discovery document");
        stage.identityProvider()
                .behave(
                        new Fault.Redirect(
                                stage.impostor().url() + (discovery ? paths.discoveryPath() : paths.keySetPath())),
                        discovery ? IssuerDocument.DISCOVERY : IssuerDocument.KEY_SET);
    }

    @When("the attacker presents an ID token that is signed with the key behind the redirect")
    public void signedBehindRedirect() {
        var token = deeds.token(
                TokenRequest.of(world.cast().workload(), deeds.audience()).withKey(strangers()));
        world.tried(
                "an ID token signed with a key to which the issuer redirects",
                deeds.present(token, Deeds.ATTACKER, "signed with a key behind a redirect"),
                this::presentSound);
    }

    @When("the issuer changes its key twice in quick succession")
    public void changesTwice() {
        var provider = world.scene().stage().identityProvider();
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        provider.rotateKeys();
        world.tried("an ID token signed with a new key", presentSound(), this::presentSound);
        provider.rotateKeys();
        world.tried("an ID token signed with the newest key", presentSound(), this::presentSound);
    }

    @Then("the newest key works within minutes")
    public void worksWithinMinutes() {
        worksWithin(REFRESH_PAUSE);
    }

    private void worksWithin(Duration time) {
        var outcomes = new OutcomeSteps(world);
        outcomes.isAnsweredInAnOrderlyWay();
        if (!world.lastTrial().outcome().isGranted()) {
            new TimeSteps(world).pass(time, "the issuer's keys to be fetched again");
            world.tried(
                    "an ID token signed with the newest key, " + time.toMinutes() + " minutes later",
                    presentSound(),
                    this::presentSound);
        }
        outcomes.isAccepted();
    }

    /** Whatever is made of the first ID token: it only makes the key known, or known to be unknown. */
    @When("the issuer signs with a new key, and publishes it afterwards")
    public void publishesAfterwards() {
        var provider = world.scene().stage().identityProvider();
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        var key = provider.rotateKeys();
        provider.withdrawKey(key);
        world.tried("an ID token signed with a key that is not published yet", presentSound(), this::presentSound);
        provider.publishAlso(key);
        world.tried("an ID token signed with a new key", presentSound(), this::presentSound);
    }

    @Then("the new key works within an hour")
    public void worksWithinAnHour() {
        worksWithin(HOUR);
    }

    @When("the issuer puts another key under the name of its key")
    public void replacedUnderItsName() {
        var provider = world.scene().stage().identityProvider();
        withdrawn = Optional.of(provider.signingKey());
        provider.replaceKeySilently();
        new TimeSteps(world).pass(CACHE_AGE, "the issuer's keys to be fetched again");
    }

    @Given("an issuer whose discovery document names it with a slash behind")
    public void namedWithSlash() {
        world.scene().stage().identityProvider().behave(Fault.Kind.ISSUER_WITH_SLASH);
    }

    @When("the issuer signs with a new key, while every ten seconds an ID token with an unknown key id arrives")
    public void newKeyUnderFire() {
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        new UnknownKeyIds(world).presentOne();
        world.scene().stage().identityProvider().rotateKeys();
        new UnknownKeyIds(world).keepComing();
        world.tried("an ID token signed with a new key, two minutes later", presentSound(), this::presentSound);
    }

    @When("^the issuer moves its key set, leaves (nothing|the old keys) where it was, and signs with a new key$")
    public void movesKeySet(String left) {
        var provider = world.scene().stage().identityProvider();
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        provider.moveKeySet(left.equals("nothing") ? LeftBehind.NOTHING : LeftBehind.OLD_KEYS);
        provider.rotateKeys();
        world.tried("an ID token signed with a key at another address", presentSound(), this::presentSound);
    }

    /** Who takes an issuer's word for a day where its keys are has no better one: they hardly ever move. */
    @Then("the new key works within a day")
    public void worksWithinADay() {
        if (!world.lastTrial().outcome().isGranted()) {
            new TimeSteps(world)
                    .passByClock(MORE_THAN_A_DAY, "a day until the issuer is asked again where its keys are");
            world.tried("an ID token signed with the new key, a day later", presentSound(), this::presentSound);
        }
        new OutcomeSteps(world).isAcceptedForTheIssuerIsSound();
    }

    @When("the issuer moves its key set, leaves the old keys where it was, and replaces its key")
    public void movesKeySetAndReplacesKey() {
        world.scene().stage().identityProvider().moveKeySet(LeftBehind.OLD_KEYS);
        replacesKey();
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }
}
