package dev.assay.steps;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long a registry token lives and what it opens. */
public final class RegistryTokenSteps {
    private static final Duration AT_MOST = Duration.ofHours(1);
    private final World world;
    private final Deeds deeds;
    private Optional<String> another = Optional.empty();

    public RegistryTokenSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("its workload exchanges an ID token")
    public void exchanges() {
        if (!world.registry().exchanges()) {
            throw new Finding(world.profile().title()
                    + " exchanges no ID tokens for registry tokens: the ID token itself publishes");
        }
        asksForToken();
    }

    @When("its workload asks for a registry token")
    public void asksForToken() {
        deeds.requiresRegistryTokens();
        var what = "the workload asks for a registry token";
        world.tried(what, exchange(), this::exchange);
    }

    private Outcome exchange() {
        return deeds.exchange(
                deeds.soundToken(world.cast().workload()), world.cast().packageName(), Deeds.JOB, "sound");
    }

    private Granted granted() {
        if (world.lastTrial().outcome() instanceof Granted granted) {
            return granted;
        }
        throw new CannotTell("no registry token was to be had: "
                + world.lastTrial().outcome().describe());
    }

    @Then("its announced lifetime is short and no longer than promised")
    public void lifetimeIsShort() {
        var lifetime = lifetime();
        var promised = Duration.ofSeconds(world.profile().token().lifetimeSeconds());
        if (lifetime.compareTo(AT_MOST.plusMinutes(1)) > 0 || lifetime.compareTo(promised.plusMinutes(1)) > 0) {
            throw new Finding("the registry token lives " + lifetime.toSeconds() + " seconds; promised are "
                    + promised.toSeconds() + ", at most acceptable " + AT_MOST.toSeconds());
        }
    }

    /** However long a life may be asked for. */
    void lifetimeIsAnHourAtMost() {
        var lifetime = lifetime();
        if (lifetime.compareTo(AT_MOST.plusMinutes(1)) > 0) {
            throw new Finding("the registry token lives " + lifetime.toSeconds() + " seconds; at most acceptable are "
                    + AT_MOST.toSeconds());
        }
    }

    private Duration lifetime() {
        return announcedLifetime()
                .orElseThrow(() ->
                        new Inapplicable(world.profile().title() + " does not announce when a registry token expires"));
    }

    private Optional<Duration> announcedLifetime() {
        var now = world.scene().stage().clock().instant();
        var granted = granted();
        var lifetime = granted.value("expiresIn")
                .map(Lifetimes::seconds)
                .or(() -> granted.value("expires").map(end -> Duration.between(now, Lifetimes.instant(end))));
        if (lifetime.filter(announced -> announced.isNegative()).isPresent()) {
            throw new CannotTell("the registry token is announced to have expired already: "
                    + granted.value("expires").orElse("") + "; a number of seconds is extracted as 'expiresIn'");
        }
        return lifetime;
    }

    @Then("the registry token has the documented prefix")
    public void hasPrefix() {
        var promise = world.profile().token();
        if (promise.prefix().isEmpty() && promise.pattern().isEmpty()) {
            throw new Finding(
                    "the profile documents no prefix of registry tokens, so scanners cannot find leaked ones");
        }
        var token = granted().value("token").orElseThrow();
        if (!token.startsWith(promise.prefix().orElse(""))) {
            throw new Finding(
                    "the registry token does not start with " + promise.prefix().get());
        }
        if (promise.pattern().filter(pattern -> !token.matches(pattern)).isPresent()) {
            throw new Finding(
                    "the registry token does not match " + promise.pattern().get());
        }
    }

    @When("somebody presents the registry token at the exchange")
    public void presentsAtExchange() {
        deeds.requiresRegistryTokens();
        world.provisioningEnds();
        var what = "a registry token is exchanged for another";
        var cast = world.cast();
        var outcome = world.registry()
                .exchange(
                        cast.registryToken(),
                        cast.packageName(),
                        cast.owner().name(),
                        Purpose.of(Deeds.ATTACKER, what));
        world.tried(what, outcome, this::exchange);
    }

    @When("the registry token publishes a package that does not exist yet")
    public void publishesNewPackage() {
        var what = "a registry token publishes a package that does not exist yet";
        world.tried(
                what,
                deeds.publish(world.cast().registryToken(), world.cast().packageName("unborn"), Deeds.ATTACKER, what),
                this::publish);
    }

    /** A token that is spent would be refused whatever comes: another of its kind takes its place. */
    @Given("the registry token publishes a version")
    public void publishesBefore() {
        world.acceptedBefore(publish());
        if (isSpent()) {
            world.cast().holds(deeds.registryToken());
        }
    }

    private boolean isSpent() {
        return world.registry().exchanges() && world.setting().experience().tokensAreSpentByUse(this::publish);
    }

    @Given("after half its life the registry token publishes a version")
    public void publishesHalfWay() {
        deeds.requiresRegistryTokens();
        new TimeSteps(world).passHalfALife();
        var outcome = publish();
        if (outcome instanceof Refused) {
            throw new Inapplicable(
                    "a registry token does not live half as long as promised, so its use cannot lengthen its life much");
        }
        world.acceptedBefore(outcome);
        if (isSpent()) {
            throw new Inapplicable("a registry token is good for one version, so its use cannot lengthen its life");
        }
    }

    @When("the job hands the registry token back")
    public void handsBack() {
        OutcomeSteps.requireGranted(handBack(), "a registry token cannot be handed back");
    }

    private Outcome handBack() {
        world.requires(Promise.TOKEN_REVOCATION);
        return world.administer(
                "revokeToken",
                Purpose.of(Deeds.JOB, "handing the registry token back"),
                Map.of("token", world.cast().registryToken()));
    }

    @Given("another registry token of its workload")
    public void anotherRegistryToken() {
        deeds.requiresRegistryTokens();
        another = Optional.of(deeds.registryToken());
    }

    /** Where a new token replaces the one before, it is the older one that is handed back in vain. */
    @When("the job hands the older registry token back")
    public void handsOlderBack() {
        if (!handBack().isGranted()) {
            throw new CannotTell("the older of two registry tokens cannot be handed back");
        }
    }

    @When("the newer registry token publishes a version")
    public void newerPublishes() {
        world.tried(
                "a registry token publishes after another was handed back",
                publish(another.orElseThrow()),
                () -> publish(deeds.registryToken()));
    }

    /** Where nobody publishes any more, another token that was handed back is not the reason. */
    @Then("it is accepted, like a fresh one")
    public void isAcceptedLikeAFreshOne() {
        var outcomes = new OutcomeSteps(world);
        if (!world.lastTrial().outcome().isGranted()) {
            outcomes.twinIsAccepted();
        }
        outcomes.isAccepted();
    }

    @When("the registry token publishes another version")
    public void publishesAnother() {
        deeds.requiresRegistryTokens();
        world.tried("the registry token publishes another version", publish(), this::publish);
    }

    private Outcome publish() {
        return publish(world.cast().registryToken());
    }

    private Outcome publish(String token) {
        return deeds.publish(token, world.cast().packageName(), Deeds.JOB, "publishing");
    }

    @When("the registry token publishes the other package")
    public void publishesOther() {
        var what = "a registry token publishes a package that its policy did not name";
        world.tried(
                what,
                deeds.publish(world.cast().registryToken(), world.cast().otherPackage(), Deeds.ATTACKER, what),
                this::publish);
    }

    @Then("a fresh registry token is accepted")
    public void freshTokenAccepted() {
        freshTokenPublishes(world.cast().otherPackage());
    }

    @Then("a fresh registry token of its workload is accepted")
    public void freshTokenOfItsWorkloadAccepted() {
        freshTokenPublishes(world.cast().packageName());
    }

    private void freshTokenPublishes(String packageName) {
        var fresh = deeds.registryToken(world.cast().workload(), packageName);
        world.lastTrial().hadAcceptedTwin(deeds.publish(fresh, packageName, Deeds.JOB, "publishing"));
        new OutcomeSteps(world).twinIsAccepted();
    }

    @When("somebody publishes with a credential of the kind that was abolished")
    public void publishesWithAbolished() {
        world.provisioningEnds();
        var what = "publishing with a credential of the kind that was abolished";
        var artifact = deeds.nextArtifact(world.cast().packageName());
        var outcome = world.registry()
                .publishAbolished(artifact, Purpose.of("maintainer", what))
                .map(answer -> deeds.kept(answer, artifact))
                .orElseThrow(() -> new Inapplicable(
                        world.profile().title() + " has abolished no kind of credential, as its profile documents"));
        var token = deeds.registryToken();
        world.tried(what, outcome, () -> deeds.publish(token, world.cast().packageName(), Deeds.JOB, "publishing"));
    }

    @When("the workload publishes with its ID token")
    public void publishesWithIdToken() {
        var token = deeds.soundToken(world.cast().workload());
        var what = "an ID token publishes by itself";
        world.tried(
                what,
                deeds.publish(token.compact(), world.cast().packageName(), Deeds.ATTACKER, what),
                () -> deeds.publish(deeds.registryToken(), world.cast().packageName(), Deeds.JOB, "publishing"));
    }
}
