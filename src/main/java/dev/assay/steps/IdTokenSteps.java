package dev.assay.steps;

import dev.assay.identity.forgery.Alteration;
import dev.assay.identity.forgery.ClaimForgery;
import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
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

/** ID tokens of the trusted workload, sound but for one defect. */
public final class IdTokenSteps {
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
            Map.entry("padded with blanks", Alteration.BLANK_PADDED),
            Map.entry("followed by a slash and more", Alteration.SLASH_BEHIND),
            Map.entry("the right one and another behind a comma", Alteration.LISTED_FIRST),
            Map.entry("another and the right one behind a comma", Alteration.LISTED_LAST),
            Map.entry("spelled with a letter that case folding replaces", Alteration.CASE_FOLDED),
            Map.entry("spelled in full-width letters", Alteration.FULL_WIDTH));

    /** No policy names it, but the registry as a whole may care. */
    private static final String RUNNER = "runner_environment";

    private final World world;
    private final Deeds deeds;

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
        requires(isRead(claim, NOT_A_TEXT.contains(change)), claim);
        learnId(claim);
        present(ClaimForgery.of(claim, change));
    }

    @When("^an ID token is presented that was made for the registry's (host name|address)$")
    public void presentsForName(String which) {
        var registry = world.scene().stage().registry();
        var name = which.equals("address") ? registry.toString() : registry.getHost();
        if (withoutSlash(name).equals(withoutSlash(deeds.audience()))) {
            throw new Inapplicable("the audience of " + world.profile().title() + " is its " + which);
        }
        var token = deeds.token(TokenRequest.of(world.cast().workload(), name));
        world.tried(
                "an ID token that was made for " + name,
                deeds.present(token, Deeds.ATTACKER, "made for the registry's " + which),
                this::presentSound);
    }

    /** Some registries drop it. */
    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private boolean isRead(String claim, boolean orDemanded) {
        var rules = world.rules();
        return rules.pins(claim)
                || orDemanded && rules.reads(claim)
                || claim.equals(RUNNER) && !rules.acceptsAnyRunner();
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

    @When("an ID token is presented that is a quarter of an hour old")
    public void presentsOld() {
        var token = deeds.soundToken(world.cast().workload());
        new TimeSteps(world).pass(Duration.ofMinutes(15), "the ID token to expire");
        world.tried(
                "an ID token that has expired in the meantime",
                deeds.present(token, Deeds.ATTACKER, "sound, but old"),
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

    @When("{int} ID tokens are presented at once")
    public void presentsMany(int count) {
        var workload = world.cast().workload();
        var tokens = IntStream.range(0, count)
                .mapToObj(i -> deeds.soundToken(workload))
                .toList();
        var outcomes = Parallel.all(tokens.stream()
                .<Callable<Outcome>>map(t -> () -> deeds.atOnce().present(t, Deeds.JOB, "sound"))
                .toList());
        outcomes.forEach(
                outcome -> world.tried(new Trial("one of " + count + " parallel exchanges", outcome, () -> outcome)));
    }
}
