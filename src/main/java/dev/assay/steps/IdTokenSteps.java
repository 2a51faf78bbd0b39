package dev.assay.steps;

import dev.assay.identity.forgery.Alteration;
import dev.assay.identity.forgery.ClaimForgery;
import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.server.Fault;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** ID tokens of the trusted workload, sound but for one defect, and what the issuer's keys have to do with it. */
public final class IdTokenSteps {
    private static final Duration CACHE_AGE = Duration.ofMinutes(20);
    /** Longer than registries pause between two looks at an issuer's keys. */
    private static final Duration REFRESH_PAUSE = Duration.ofMinutes(2);

    /** So that two tokens made in one second differ in more than their signatures would. */
    private static final Duration SOMEWHAT_EARLIER = Duration.ofSeconds(7);

    private static final Duration JUST_BEFORE = Duration.ofSeconds(10);
    /** Forgeries of a claim that only a registry that reads it can notice. */
    private static final Pattern ABOUT_CLAIM =
            Pattern.compile("(?:whose `(?<id>\\w+)` is the right id|that says `(?<twice>event_name)` twice).*");

    /** Alterations after which a claim is not even a text. */
    private static final Set<Alteration> NOT_A_TEXT = EnumSet.of(
            Alteration.MISSING,
            Alteration.NULL,
            Alteration.NUMBER,
            Alteration.LIST,
            Alteration.OBJECT,
            Alteration.BOOLEAN);

    private static final Map<String, Alteration> ALTERATIONS = Map.ofEntries(
            Map.entry("somebody else's", Alteration.WRONG),
            Map.entry("missing", Alteration.MISSING),
            Map.entry("empty", Alteration.EMPTY),
            Map.entry("null", Alteration.NULL),
            Map.entry("a number", Alteration.NUMBER),
            Map.entry("a list", Alteration.LIST),
            Map.entry("an object", Alteration.OBJECT),
            Map.entry("true", Alteration.BOOLEAN),
            Map.entry("prefixed", Alteration.PREFIXED),
            Map.entry("suffixed", Alteration.SUFFIXED),
            Map.entry("in another case", Alteration.OTHER_CASE),
            Map.entry("spelled with look-alikes", Alteration.LOOK_ALIKE),
            Map.entry("carrying an invisible character", Alteration.ZERO_WIDTH),
            Map.entry("padded with blanks", Alteration.BLANK_PADDED));

    private final World world;
    private final Deeds deeds;
    private Optional<SigningKey> withdrawn = Optional.empty();
    private String packageForSecondUse = "";

    public IdTokenSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("^the workload presents an ID token (?!with the (?:classic|immutable) form)(?!whose \")(.+)$")
    public void presents(String title) {
        var aboutClaim = ABOUT_CLAIM.matcher(title);
        if (aboutClaim.matches()) {
            var claim = Optional.ofNullable(aboutClaim.group("id")).orElse(aboutClaim.group("twice"));
            requires(world.rules().reads(claim), claim);
            learnId(claim);
        }
        if (title.startsWith("whose workflow file is")) {
            Elsewhere.requiresWorkflow(world);
        }
        present(world.setting().forgery(title));
    }

    @When("the workload presents an ID token whose {string} is {}")
    public void presentsAlteredClaim(String claim, String alteration) {
        var change = alteration(alteration);
        // a claim that is only demanded may say what it likes
        requires(
                NOT_A_TEXT.contains(change)
                        ? world.rules().reads(claim)
                        : world.rules().pins(claim),
                claim);
        learnId(claim);
        present(ClaimForgery.of(claim, change));
    }

    /** Where policies learn ids from the first workload, there has to be one before ids are compared. */
    private void learnId(String claim) {
        var rules = world.rules();
        var isId = Stream.of("owner id", "repository id")
                .anyMatch(fact -> rules.pins().getOrDefault(fact, List.of()).contains(claim));
        if (isId && rules.idsLearned().equals("firstUse")) {
            world.acceptedBefore(presentSound());
        }
    }

    private void requires(boolean isRead, String claim) {
        if (!isRead) {
            throw new Inapplicable(
                    world.profile().title() + " does not read the claim " + claim + ", as its profile documents");
        }
    }

    private static Alteration alteration(String words) {
        var alteration = ALTERATIONS.get(words);
        if (alteration == null) {
            throw new IllegalArgumentException(
                    "no alteration is called '" + words + "'; known are " + ALTERATIONS.keySet());
        }
        return alteration;
    }

    private void present(Forgery forgery) {
        world.provisioningEnds();
        world.tried(
                "an ID token " + forgery.title(),
                deeds.present(deeds.forgedToken(forgery), Deeds.ATTACKER, forgery.title()),
                this::presentSound);
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }

    @Given("an ID token that was accepted before")
    public void acceptedToken() {
        var packages = new FurtherPackages(world).forUses(2);
        packageForSecondUse = packages.get(1);
        var token = deeds.soundToken(world.cast().workload());
        world.acceptedBefore(deeds.present(token, packages.get(0), Deeds.JOB, "sound"));
        world.cast().presented(token);
    }

    @When("the same ID token is presented again")
    public void presentsAgain() {
        var token = world.cast().presented();
        world.tried(
                "an ID token is presented again",
                deeds.present(token, packageForSecondUse, Deeds.ATTACKER, "used before"),
                this::presentSound);
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
        presentsAgain();
    }

    @When("the ID token is presented again {int} seconds after it expired")
    public void presentsAgainAfterExpiry(int seconds) {
        var left = Duration.between(
                world.scene().stage().clock().instant(),
                world.cast().presented().expiresAt());
        new TimeSteps(world).pass(left.plusSeconds(seconds), "the ID token to expire");
        presentsAgain();
    }

    @When("an ID token is presented that is a quarter of an hour old")
    public void presentsOld() {
        var token = deeds.soundToken(world.cast().workload());
        new TimeSteps(world).pass(Duration.ofMinutes(15), "the ID token to expire");
        world.tried(
                "an ID token that has expired in the meantime",
                deeds.present(token, Deeds.ATTACKER, "sound, but old"),
                this::presentSound);
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

    @Then("it is refused, or no longer believed an hour later")
    public void notBelievedForLong() {
        var trial = world.lastTrial();
        if (!trial.outcome().isGranted()) {
            new OutcomeSteps(world).isRefused();
            new OutcomeSteps(world).twinIsAccepted();
            return;
        }
        var forgery = world.setting().forgery(trial.what().substring("an ID token ".length()));
        var token = deeds.forgedToken(forgery);
        new TimeSteps(world).pass(Duration.ofMinutes(65), "an hour to pass");
        world.tried(
                trial.what() + ", an hour later",
                deeds.present(token, Deeds.ATTACKER, forgery.title()),
                this::presentSound);
        new OutcomeSteps(world).isRefused();
        new OutcomeSteps(world).twinIsAccepted();
    }

    @When("{int} copies of one ID token are presented at once")
    public void presentsCopies(int copies) {
        var packages = new FurtherPackages(world).forUses(copies);
        var token = deeds.soundToken(world.cast().workload());
        var outcomes = Parallel.all(packages.stream()
                .<Callable<Outcome>>map(
                        name -> () -> deeds.present(token, name, Deeds.ATTACKER, "presented " + copies + " times"))
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
        if (accepted == 0) {
            throw new CannotTell("none of " + outcomes.size() + " copies of a sound ID token was accepted: "
                    + outcomes.get(0).describe());
        }
    }

    @When("{int} ID tokens are presented at once")
    public void presentsMany(int count) {
        var workload = world.cast().workload();
        var tokens = IntStream.range(0, count)
                .mapToObj(i -> deeds.soundToken(workload))
                .toList();
        var outcomes = Parallel.all(tokens.stream()
                .<Callable<Outcome>>map(t -> () -> deeds.present(t, Deeds.JOB, "sound"))
                .toList());
        outcomes.forEach(
                outcome -> world.tried(new Trial("one of " + count + " parallel exchanges", outcome, () -> outcome)));
    }

    @When("the issuer publishes a new key and signs with it")
    public void newKey() {
        new TimeSteps(world).passIfPossible(REFRESH_PAUSE);
        world.scene().stage().identityProvider().rotateKeys();
        world.tried("an ID token signed with a new key", presentSound(), this::presentSound);
    }

    @When("the issuer replaces its key")
    public void replacesKey() {
        var provider = world.scene().stage().identityProvider();
        withdrawn = Optional.of(provider.signingKey());
        provider.rotateKeys();
        provider.withdrawKey(withdrawn.orElseThrow());
        new TimeSteps(world).pass(CACHE_AGE, "the issuer's keys to be fetched again");
    }

    @When("an ID token signed with the withdrawn key is presented")
    public void presentsWithdrawn() {
        var token = deeds.token(
                TokenRequest.of(world.cast().workload(), deeds.audience()).withKey(withdrawn.orElseThrow()));
        world.tried(
                "an ID token signed with a key that the issuer withdrew",
                deeds.present(token, Deeds.ATTACKER, "signed with a withdrawn key"),
                this::presentSound);
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
                    + contacts.get(0).path());
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
}
