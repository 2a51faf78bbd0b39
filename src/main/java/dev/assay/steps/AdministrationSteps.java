package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.Account;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.PublisherPolicy;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Who may change what a registry knows about a package. */
public final class AdministrationSteps {
    private static final String MAINTAINER = "maintainer";
    private static final String NOBODY = "an owner that does not exist";
    private static final String STAR = "*";
    private static final String ADD_PUBLISHER = "add a trusted publisher";

    private static final Map<String, UnaryOperator<PublisherPolicy>> NONSENSE = Map.ofEntries(
            entry("a path as workflow file", p -> p.withWorkflow(".github/workflows/release.yml")),
            entry("a path that climbs out of the folder", p -> p.withWorkflow("../release.yml")),
            entry("a workflow file of another type", p -> p.withWorkflow("release.txt")),
            entry("an empty workflow file", p -> p.withWorkflow("")),
            entry(NOBODY, p -> p.withOwner(p.owner() + "-nobody")),
            entry("a star as owner", p -> p.withOwner(STAR)),
            entry("a star as repository", p -> p.withRepository(STAR)),
            entry("a star as workflow file", p -> p.withWorkflow(STAR)),
            entry("a star as environment", p -> p.withEnvironment(STAR)),
            entry("a star with a suffix as workflow file", p -> p.withWorkflow(STAR + ".yml")),
            entry("a slash in the repository", p -> p.withRepository(p.repository() + "/x")),
            entry("an empty repository", p -> p.withRepository("")));

    private final World world;
    private final Deeds deeds;

    public AdministrationSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("a stranger configures a trusted publisher for it")
    public void strangerConfigures() {
        var policy = world.cast().policyFor(world.cast().workload());
        tried(
                "a stranger configures a trusted publisher",
                () -> configure(world.cast().stranger(), policy, "stranger"),
                () -> configure(world.cast().owner(), policy, MAINTAINER));
    }

    @When("a stranger removes the trusted publisher")
    public void strangerRemoves() {
        tried(
                "a stranger removes the trusted publisher",
                () -> remove(world.cast().stranger(), "stranger"),
                () -> remove(world.cast().owner(), MAINTAINER));
    }

    @When("^the maintainer enters a trusted publisher with (.+)$")
    public void entersNonsense(String nonsense) {
        var change = NONSENSE.get(nonsense);
        if (change == null) {
            throw new IllegalArgumentException("no nonsense is called '" + nonsense + "'");
        }
        var sound = world.cast().policyFor(world.cast().workload());
        if (!change.apply(sound).workflow().equals(sound.workflow())) {
            Elsewhere.requiresWorkflow(world);
        }
        if (!change.apply(sound).environment().equals(sound.environment())) {
            world.requires(Promise.ENVIRONMENTS);
        }
        tried(
                "a trusted publisher with " + nonsense + " is entered",
                () -> configure(world.cast().owner(), change.apply(sound), MAINTAINER),
                () -> configure(world.cast().owner(), sound, MAINTAINER));
        var forge = world.scene().stage().unaskedForge();
        if (nonsense.equals(NOBODY) && world.lastTrial().outcome().isGranted() && forge.isPresent()) {
            throw new CannotTell(
                    "accepted, and the simulated forge was never asked for the owner: a registry that looks"
                            + " names up has to do so at " + forge.get());
        }
    }

    /** Registries may cut off what a maintainer enters too much; what they keep has to work then. */
    @Then("it is refused with an accepted twin, or lets the workload in")
    public void isRefusedOrWorks() {
        var trial = world.lastTrial();
        if (!trial.outcome().isGranted()) {
            var outcomes = new OutcomeSteps(world);
            outcomes.isRefused();
            outcomes.twinIsAccepted();
            return;
        }
        var outcome = deeds.ask(world.cast().workload(), Deeds.JOB);
        OutcomeSteps.requireAnswer(outcome);
        if (!outcome.isGranted()) {
            throw new Finding("accepted, and no workload fits it (" + outcome.describe() + "): " + trial.what());
        }
    }

    /** A star may stand for itself; then no workload fits it, and the sound policy in its place shows that one would. */
    @Then("^it is refused with an accepted twin, or does not let in the same job (.+)$")
    public void isRefusedOrOpensNothing(String place) {
        if (!(world.lastTrial().outcome() instanceof Outcome.Granted granted)) {
            var outcomes = new OutcomeSteps(world);
            outcomes.isRefused();
            outcomes.twinIsAccepted();
            return;
        }
        var stranger = Elsewhere.runs(world, place);
        var what = world.lastTrial().what() + ", and the same job asks to publish " + place;
        world.tried(what, deeds.ask(stranger, Deeds.ATTACKER), () -> askUnderSoundPolicy(granted));
        var outcomes = new OutcomeSteps(world);
        outcomes.isRefused();
        outcomes.twinIsAccepted();
    }

    private Outcome askUnderSoundPolicy(Outcome.Granted star) {
        var cast = world.cast();
        world.provisioner()
                .removePublisher(
                        cast.owner(), cast.packageName(), star.value("id").orElse(""));
        world.provisioner().addPublisher(cast.owner(), cast.packageName(), cast.policyFor(cast.workload()));
        return deeds.ask(cast.workload(), Deeds.JOB);
    }

    @When("^a stranger tries to (.+)$")
    public void strangerTries(String act) {
        requiresOperation(act.equals("add an owner") ? "addOwner" : "refuseLongLivedTokens");
        var deed = act(act);
        tried(
                "a stranger tries to " + act,
                () -> deed.with(world.cast().stranger(), "stranger"),
                () -> deed.with(world.cast().owner(), MAINTAINER));
    }

    @When("a stranger removes the package")
    public void strangerRemovesPackage() {
        requiresOperation("removePackage");
        tried(
                "a stranger removes the package",
                () -> decide("removePackage", world.cast().stranger(), "stranger", Map.of()),
                this::removeOwnPackage);
    }

    /** What nobody says how to do, a stranger cannot try. */
    private void requiresOperation(String operation) {
        if (!world.registry().offers(operation)) {
            throw new Inapplicable(
                    "the profile of " + world.profile().title() + " has no operation '" + operation + "'");
        }
    }

    private Outcome removeOwnPackage() {
        var outcome = decide("removePackage", world.cast().owner(), MAINTAINER, Map.of());
        if (outcome instanceof Outcome.Refused) {
            throw new Inapplicable(
                    world.profile().title() + " does not let its owner remove a package: " + outcome.describe());
        }
        return outcome;
    }

    /** An ID token is handed to more than the registry: to whoever the job talks to. */
    @When("^somebody uses an ID token of its workload to (.+)$")
    public void usesIdToken(String act) {
        var deed = act(act);
        var token = deeds.soundToken(world.cast().workload()).compact();
        tried(
                "an ID token is used to " + act,
                () -> deed.with(new Account("", token), Deeds.ATTACKER),
                () -> deed.with(world.cast().owner(), MAINTAINER));
    }

    private Act act(String name) {
        var deed = acts().get(name);
        if (deed == null) {
            throw new IllegalArgumentException("no act is called '" + name + "'; known are " + acts().keySet());
        }
        if (name.equals(ADD_PUBLISHER) && !mayHaveSeveral()) {
            new PolicySteps(world).anotherPackage();
        }
        return deed;
    }

    @Given("a registry token of its workload")
    public void registryToken() {
        world.cast().holds(deeds.registryToken());
    }

    @When("^somebody uses the registry token to (.+)$")
    public void usesRegistryToken(String act) {
        var deed = act(act);
        tried(
                "a registry token is used to " + act,
                () -> deed.with(new Account("", world.cast().registryToken()), Deeds.ATTACKER),
                () -> deed.with(world.cast().owner(), MAINTAINER));
    }

    private interface Act {
        Outcome with(Account actor, String role);
    }

    private Map<String, Act> acts() {
        var cast = world.cast();
        return Map.of(
                ADD_PUBLISHER,
                this::addFurther,
                "remove a trusted publisher",
                this::remove,
                "add an owner",
                (actor, role) -> decide(
                        "addOwner",
                        actor,
                        role,
                        Map.of("account", cast.stranger().name())),
                "switch long-lived tokens off",
                this::refuseLongLivedTokens,
                "create a long-lived token",
                (actor, role) -> decide("longLivedToken", actor, role, Map.of()),
                "read the owner's event log",
                this::readEvents);
    }

    /**
     * Where a package has one policy, its owner cannot add a second one either. Whoever does not get one in its place is
     * to be refused one for another package, to which the owner can add it.
     */
    private Outcome addFurther(Account actor, String role) {
        var cast = world.cast();
        var policy = cast.policyFor(cast.workload().withWorkflowFile("more.yml"));
        if (mayHaveSeveral()) {
            return configure(actor, policy, role);
        }
        if (!role.equals(MAINTAINER)) {
            var replacing = configure(actor, policy, role);
            if (replacing.isGranted()) {
                return replacing;
            }
        }
        return configure(actor, cast.otherPackage(), policy, role);
    }

    private boolean mayHaveSeveral() {
        return world.profile().promises(Promise.SEVERAL_PUBLISHERS);
    }

    private Outcome refuseLongLivedTokens(Account actor, String role) {
        world.requires(Promise.LONG_LIVED_TOKENS);
        world.requires(Promise.LONG_LIVED_TOKEN_SWITCH);
        return decide("refuseLongLivedTokens", actor, role, Map.of());
    }

    private Outcome readEvents(Account actor, String role) {
        var profile = world.profile();
        if (!profile.provision().offers("events") && profile.readBack().containsKey("record")) {
            throw new Inapplicable(
                    profile.title() + " shows everybody who published a version, and keeps no other record");
        }
        return decide("events", actor, role, Map.of());
    }

    private Outcome configure(Account who, PublisherPolicy policy, String role) {
        return configure(who, world.cast().packageName(), policy, role);
    }

    private Outcome configure(Account who, String packageName, PublisherPolicy policy, String role) {
        world.requiresDecision("publisher", "configure a trusted publisher");
        var values = ProvisioningByOperations.values(who, packageName, policy);
        return world.administer("publisher", Purpose.of(role, "configure a trusted publisher"), values);
    }

    private Outcome remove(Account actor, String role) {
        return decide("removePublisher", actor, role, Map.of("id", world.cast().publisher()));
    }

    /** An operation of which the registry itself decides who may carry it out. */
    private Outcome decide(String operation, Account actor, String role, Map<String, ?> more) {
        world.requiresDecision(operation, "carry out '" + operation + "'");
        return administer(operation, actor, role, more);
    }

    private Outcome administer(String operation, Account actor, String role, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.putAll(ProvisioningByOperations.values(actor, world.cast().packageName()));
        return world.administer(operation, Purpose.of(role, operation), values);
    }

    private void tried(
            String what, java.util.function.Supplier<Outcome> deed, java.util.function.Supplier<Outcome> twin) {
        world.provisioningEnds();
        world.tried(what, deed.get(), twin);
    }
}
