package dev.assay.steps;

import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** ID tokens that were presented before. */
public final class ReplaySteps {
    /** So that two tokens made in one second differ in more than their signatures would. */
    private static final Duration SOMEWHAT_EARLIER = Duration.ofSeconds(7);

    private static final Duration JUST_BEFORE = Duration.ofSeconds(10);

    private final World world;
    private final Deeds deeds;
    private Optional<String> packageForSecondUse = Optional.empty();

    public ReplaySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("an ID token that was accepted before")
    public void acceptedToken() {
        var packages = new FurtherPackages(world).forUses(2);
        packageForSecondUse = Optional.of(packages.get(1));
        var token = deeds.soundToken(world.cast().workload());
        world.acceptedBefore(deeds.present(token, packages.get(0), Deeds.JOB, "sound"));
        world.cast().presented(token);
    }

    @Given("an ID token that was exchanged for a registry token")
    public void exchangedToken() {
        deeds.requiresRegistryTokens();
        var token = deeds.soundToken(world.cast().workload());
        world.cast().holds(deeds.registryToken(token, world.cast().packageName()));
        world.cast().presented(token);
    }

    @When("the same ID token is presented again")
    public void presentsAgain() {
        presentsAgain(deeds);
    }

    private void presentsAgain(Deeds again) {
        var token = world.cast().presented();
        var name = packageForSecondUse.orElse(world.cast().packageName());
        world.tried(
                "an ID token is presented again",
                again.present(token, name, Deeds.ATTACKER, "used before"),
                this::presentSound);
    }

    @When("the same ID token is presented again after {int} others")
    public void presentsAgainAfter(int others) {
        if (!world.registry().exchanges()) {
            throw new Inapplicable(
                    "at " + world.profile().title() + " each of the " + others + " ID tokens would publish a version");
        }
        for (var count = 1; count <= others; count++) {
            var outcome = presentSound();
            if (outcome instanceof Outcome.Refused || outcome.isLimited()) {
                throw new Inapplicable(
                        world.profile().title() + " takes fewer ID tokens of one workload in a row: number " + count
                                + " was " + outcome.describe());
            }
            OutcomeSteps.requireGranted(outcome, "a sound ID token is not let in");
        }
        presentsAgain();
    }

    @When("the same ID token is presented for the other package")
    public void presentsForAnother() {
        if (world.registry().exchanges() && !world.registry().exchangeNamesPackage()) {
            throw new Inapplicable("an exchange at " + world.profile().title()
                    + " names no package: an ID token is used for all of its workload's packages at once");
        }
        var other = world.cast().otherPackage();
        world.tried(
                "an ID token that was used for one package is presented for another",
                deeds.present(world.cast().presented(), other, Deeds.ATTACKER, "used before"),
                () -> presentSound(other));
    }

    @Then("a fresh ID token is accepted")
    @Then("a fresh ID token is accepted for the other package")
    public void freshIsAcceptedForAnother() {
        world.lastTrial().repeatTwin();
        new OutcomeSteps(world).twinIsAccepted();
    }

    private Outcome presentSound(String packageName) {
        return deeds.present(deeds.soundToken(world.cast().workload()), packageName, Deeds.JOB, "sound");
    }

    @When("another ID token with the same id is presented")
    public void presentsSameId() {
        var used = world.cast().presented();
        var token = deeds.token(TokenRequest.of(world.cast().workload(), deeds.audience())
                .withIssuedAt(world.scene().stage().clock().instant().minus(SOMEWHAT_EARLIER))
                .withTokenId(used.claim("jti").orElseThrow()));
        world.tried(
                "another ID token has the id of one used before",
                deeds.present(token, Deeds.ATTACKER, "with the id of a token used before"),
                this::presentSound);
    }

    @When("the ID token is presented again shortly before it expires")
    public void presentsAgainLate() {
        var left = Duration.between(
                world.scene().stage().clock().instant(),
                world.cast().presented().expiresAt());
        new TimeSteps(world).pass(left.minus(JUST_BEFORE), "the ID token to be about to expire");
        presentsAgain(deeds.atOnce());
    }

    @When("the ID token is presented again {int} seconds after it expired")
    public void presentsAgainAfterExpiry(int seconds) {
        var left = Duration.between(
                world.scene().stage().clock().instant(),
                world.cast().presented().expiresAt());
        new TimeSteps(world).pass(left.plusSeconds(seconds), "the ID token to expire");
        presentsAgain();
    }

    @When("a token is refused and its sound twin has the same id")
    public void refusedThenSound() {
        var forgery = world.setting().forgery("whose payload was changed under the signature");
        var forged = deeds.forgedToken(forgery);
        var refused = deeds.present(forged, Deeds.ATTACKER, forgery.title());
        if (refused.isGranted()) {
            throw new CannotTell("the token that should be refused first was " + refused.describe());
        }
        var token = deeds.token(TokenRequest.of(world.cast().workload(), deeds.audience())
                .withTokenId(forged.claim("jti").orElseThrow()));
        world.tried(
                "a sound ID token with the id of one that was refused",
                deeds.present(token, Deeds.JOB, "sound"),
                this::presentSound);
    }

    @When("the attacker presents a genuine ID token of their own, and then a forged one with the same id")
    public void genuineThenForged() {
        var elsewhere = Elsewhere.otherRepository(
                world, world.cast().workload(), world.cast().prefix() + "-fork");
        var genuine = deeds.soundToken(Workload.of(elsewhere, "release.yml"));
        var refused = deeds.present(genuine, Deeds.ATTACKER, "of a repository that nobody trusts");
        if (refused.isGranted()) {
            throw new CannotTell("the ID token of a repository that nobody trusts was " + refused.describe());
        }
        var forgery = world.setting().forgery("that an attacker signed, under the issuer's key id");
        var forged = deeds.token(TokenRequest.of(world.cast().workload(), deeds.audience())
                .withForgery(forgery)
                .withTokenId(genuine.claim("jti").orElseThrow()));
        world.tried(
                "a forged ID token has the id of a genuine one",
                deeds.present(forged, Deeds.ATTACKER, forgery.title()),
                this::presentSound);
    }

    @When("{int} copies of one ID token are presented at once")
    public void presentsCopies(int copies) {
        var packages = new FurtherPackages(world).forUses(copies);
        var token = deeds.soundToken(world.cast().workload());
        var outcomes = Parallel.all(packages.stream()
                .<Callable<Outcome>>map(name ->
                        () -> deeds.atOnce().present(token, name, Deeds.ATTACKER, "presented " + copies + " times"))
                .toList());
        world.cast().raced(outcomes);
    }

    @Then("exactly one of them is accepted")
    public void exactlyOne() {
        var outcomes = world.cast().raced();
        var accepted = outcomes.stream().filter(Outcome::isGranted).count();
        if (accepted > 1) {
            throw new Finding(accepted + " of " + outcomes.size() + " copies of one ID token were accepted");
        }
        outcomes.forEach(OutcomeSteps::requireAnswer);
        if (accepted == 0) {
            throw new CannotTell("none of " + outcomes.size() + " copies of a sound ID token was accepted: "
                    + outcomes.get(0).describe());
        }
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }
}
