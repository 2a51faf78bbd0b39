package dev.assay.steps;

import dev.assay.identity.forgery.Forgery;
import dev.assay.identity.server.Fault;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Trouble at the issuer, and in what people send. */
public final class ResilienceSteps {
    private static final Duration RECOVERY = Duration.ofMinutes(20);
    /** Of fifty tokens; whoever pauses between fetches, if only for a second, needs fewer. */
    private static final int HANDFUL = 10;

    private static final Map<String, Fault> TROUBLES = Map.ofEntries(
            Map.entry("cannot be reached", Fault.Kind.UNREACHABLE),
            Map.entry("answers with errors", Fault.Kind.SERVER_ERROR),
            Map.entry("answers that nothing is there", Fault.Kind.NOT_FOUND),
            Map.entry("answers with garbage", Fault.Kind.GARBAGE),
            Map.entry("answers with a web page", Fault.Kind.HTML),
            Map.entry("answers with nothing", Fault.Kind.EMPTY_BODY),
            Map.entry("answers with half a document", Fault.Kind.TRUNCATED),
            Map.entry("answers with deeply nested JSON", Fault.Kind.DEEPLY_NESTED),
            Map.entry("answers with documents of 8 MiB", Fault.Kind.HUGE),
            Map.entry("publishes no keys", Fault.Kind.EMPTY_KEYS),
            Map.entry("publishes a key set without a list", Fault.Kind.NO_KEYS_MEMBER),
            Map.entry("publishes an object instead of a list of keys", Fault.Kind.KEYS_NOT_A_LIST),
            Map.entry("publishes its keys in a local file", new Fault.KeySetElsewhere("file:///etc/hostname")),
            Map.entry("does not say where its keys are", Fault.Kind.NO_KEY_SET_URL),
            Map.entry("does not answer", new Fault.Slow(Duration.ofHours(1))),
            Map.entry("answers an octet a second", new Fault.Dripping(Duration.ofSeconds(1))));

    private final World world;
    private final Deeds deeds;

    public ResilienceSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @Given("^an issuer that (cannot .+|answers .+|publishes .+|does .+)$")
    public void issuerInTrouble(String trouble) {
        var fault = TROUBLES.get(trouble);
        if (fault == null) {
            throw new IllegalArgumentException(
                    "no trouble is called '" + trouble + "'; known are " + TROUBLES.keySet());
        }
        world.scene().stage().identityProvider().behave(fault);
    }

    @Then("once the issuer has recovered, it is accepted")
    public void recovered() {
        recover();
        new OutcomeSteps(world).twinIsAccepted();
    }

    /** Here recovery is what is asked for: who accepts sound ID tokens elsewhere and none after an outage has not got over it. */
    @Then("once the issuer has recovered, it is accepted again")
    public void worksAgain() {
        var outcome = recover();
        var oneIssuer = world.setting().stages().shareOneIssuer();
        OutcomeSteps.requireAnswer(outcome);
        if (!outcome.isGranted() && !oneIssuer && world.setting().experience().acceptsSoundTokens()) {
            throw new Finding("a sound ID token was " + outcome.describe()
                    + ", although its issuer has been in order for " + RECOVERY.toMinutes() + " minutes");
        }
        new OutcomeSteps(world).twinIsAccepted();
    }

    private Outcome recover() {
        world.scene().stage().identityProvider().behave(Fault.Kind.NONE);
        if (!world.lastTrial().repeatTwin().isGranted()) {
            new TimeSteps(world).pass(RECOVERY, "the issuer to be asked again");
            world.lastTrial().repeatTwin();
        }
        return world.lastTrial().twinOutcome();
    }

    @When("{int} ID tokens with unknown key ids are presented")
    public void unknownKeyIds(int count) {
        var forgery = world.setting().forgery("whose key id is one that nobody publishes");
        world.cast().fetchesBefore(fetches());
        for (int i = 0; i < count; i++) {
            presentsUnknownKeyId(deeds.atOnce(), forgery);
        }
        // where a limit on requests kept most of them from being judged, some more at its pace
        for (int i = 0; i <= HANDFUL && judged() <= HANDFUL; i++) {
            presentsUnknownKeyId(deeds, forgery);
        }
    }

    private void presentsUnknownKeyId(Deeds how, Forgery forgery) {
        world.tried(
                "an ID token with an unknown key id",
                how.present(deeds.forgedToken(forgery), Deeds.ATTACKER, forgery.title()),
                () -> deeds.ask(world.cast().workload(), Deeds.JOB));
    }

    private long judged() {
        return world.trials().stream()
                .filter(trial -> !trial.outcome().isLimited())
                .count();
    }

    @Then("the issuer was asked for its keys only a handful of times")
    public void askedAHandfulOfTimes() {
        var asked = fetches() - world.cast().fetchesBefore();
        if (asked > HANDFUL) {
            throw new Finding(world.trials().size() + " unknown key ids made the registry ask the issuer for its keys "
                    + asked + " times; more than " + HANDFUL + " are a flood");
        }
        requireMoreThanAHandfulOfAnswers();
    }

    /** Whoever answers no more than a handful need not ask more often. */
    private void requireMoreThanAHandfulOfAnswers() {
        var last = world.lastTrial().outcome();
        if (judged() <= HANDFUL && last.isLimited()) {
            throw new CannotTell("of " + world.trials().size() + " ID tokens " + judged()
                    + " were judged, and it takes more than " + HANDFUL
                    + " to tell a flood from a handful; the last one was " + last.describe());
        }
    }

    @When("{int} uploads with one registry token are made at once")
    public void parallelUploads(int count) {
        var token = deeds.registryToken();
        var name = world.cast().packageName();
        var artifacts = IntStream.range(0, count)
                .mapToObj(i -> deeds.nextArtifact(name))
                .toList();
        Parallel.all(artifacts.stream()
                        .<Callable<Outcome>>map(artifact ->
                                () -> deeds.atOnce().publish(token, artifact, Deeds.JOB, "one of several uploads"))
                        .toList())
                .forEach(outcome -> world.tried(
                        new Trial("one of " + count + " uploads with one registry token", outcome, () -> outcome)));
    }

    @Then("each is answered in an orderly way")
    public void eachIsAnswered() {
        world.trials().forEach(OutcomeSteps::answered);
    }

    /** How often the issuer was asked; a fetch of the keys may begin with one of the discovery document. */
    private int fetches() {
        var provider = world.scene().stage().identityProvider();
        return Math.max(
                provider.discoveryFetches().size(), provider.keySetFetches().size());
    }
}
