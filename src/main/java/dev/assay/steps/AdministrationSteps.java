package dev.assay.steps;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.Provisioner.Account;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;

/** Who may change what a registry knows about a package. */
public final class AdministrationSteps {
    private static final String MAINTAINER = "maintainer";
    private static final String ADD_PUBLISHER = "add a trusted publisher";
    private static final String WITHDRAW = "withdraw a version";
    private static final String LONG_LIVED_TOKEN = "longLivedToken";

    private final World world;
    private final Deeds deeds;
    private final Desk desk;

    public AdministrationSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.desk = new Desk(world);
    }

    @When("a stranger configures a trusted publisher for it")
    public void strangerConfigures() {
        var policy = world.cast().policyFor(world.cast().workload());
        tried(
                "a stranger configures a trusted publisher",
                () -> desk.configure(world.cast().stranger(), policy, "stranger"),
                () -> desk.configure(world.cast().owner(), policy, MAINTAINER));
    }

    @When("a stranger removes the trusted publisher")
    public void strangerRemoves() {
        tried(
                "a stranger removes the trusted publisher",
                () -> remove(desk, world.cast().stranger(), "stranger"),
                () -> remove(desk, world.cast().owner(), MAINTAINER));
    }

    @When("^a stranger tries to (.+)$")
    public void strangerTries(String act) {
        desk.requiresOperation(act.equals("add an owner") ? "addOwner" : "refuseLongLivedTokens");
        var deed = act(act);
        tried(
                "a stranger tries to " + act,
                () -> deed.with(desk, world.cast().stranger(), "stranger"),
                () -> deed.with(desk, world.cast().owner(), MAINTAINER));
    }

    @When("a stranger removes the package")
    public void strangerRemovesPackage() {
        desk.requiresOperation("removePackage");
        tried(
                "a stranger removes the package",
                () -> desk.decide("removePackage", world.cast().stranger(), "stranger", Map.of()),
                this::removeOwnPackage);
    }

    private Outcome removeOwnPackage() {
        var outcome = desk.decide("removePackage", world.cast().owner(), MAINTAINER, Map.of());
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
                () -> deed.with(desk, new Account("", token), Deeds.ATTACKER),
                () -> deed.with(desk, world.cast().owner(), MAINTAINER));
    }

    private Act act(String name) {
        var deed = acts().get(name);
        if (deed == null) {
            throw new IllegalArgumentException("no act is called '" + name + "'; known are " + acts().keySet());
        }
        if (name.equals(ADD_PUBLISHER) && !mayHaveSeveral()) {
            new PolicySteps(world).anotherPackage();
        }
        if (name.equals(WITHDRAW)) {
            desk.requiresOperation(Desk.WITHDRAW);
            new PublishingSteps(world).publishes();
        }
        return deed;
    }

    @Given("a registry token of its workload")
    public void registryToken() {
        world.cast().holds(deeds.registryToken());
    }

    @When("^somebody uses the registry token to (.+)$")
    public void usesRegistryToken(String act) {
        usesRegistryToken(desk, "a registry token is used to " + act, act);
    }

    /** Where an owner's credential travels otherwise, a registry may still look for one where uploads have theirs. */
    @When("^somebody sends the registry token as with an upload to (.+)$")
    public void sendsRegistryToken(String act) {
        usesRegistryToken(Desk.askedAsWithUploads(world), "a registry token is sent as with an upload to " + act, act);
    }

    private void usesRegistryToken(Desk theirs, String what, String act) {
        var deed = act(act);
        tried(
                what,
                () -> deed.with(theirs, new Account("", world.cast().registryToken()), Deeds.ATTACKER),
                () -> deed.with(desk, world.cast().owner(), MAINTAINER));
    }

    private interface Act {
        Outcome with(Desk desk, Account actor, String role);
    }

    private Map<String, Act> acts() {
        var cast = world.cast();
        return Map.of(
                ADD_PUBLISHER,
                this::addFurther,
                "remove a trusted publisher",
                this::remove,
                "add an owner",
                (at, actor, role) -> at.decide(
                        "addOwner",
                        actor,
                        role,
                        Map.of("account", cast.stranger().name())),
                "switch long-lived tokens off",
                this::refuseLongLivedTokens,
                "create a long-lived token",
                this::createLongLivedToken,
                WITHDRAW,
                (at, actor, role) -> at.withdraw(world.cast().published().get(0), actor, role),
                "read the owner's event log",
                this::readEvents);
    }

    /**
     * Where a package has one policy, its owner cannot add a second one either. Whoever does not get one in its place is
     * to be refused one for another package, to which the owner can add it.
     */
    private Outcome addFurther(Desk at, Account actor, String role) {
        var cast = world.cast();
        var policy = cast.policyFor(cast.workload().withWorkflowFile("more.yml"));
        if (mayHaveSeveral()) {
            return at.configure(actor, policy, role);
        }
        if (!role.equals(MAINTAINER)) {
            var replacing = at.configure(actor, policy, role);
            if (replacing.isGranted()) {
                return replacing;
            }
        }
        return at.configure(actor, cast.otherPackage(), policy, role);
    }

    private boolean mayHaveSeveral() {
        return world.profile().promises(Promise.SEVERAL_PUBLISHERS);
    }

    /** Where there are none, nobody can be given one. */
    private Outcome createLongLivedToken(Desk at, Account actor, String role) {
        if (!world.registry().offers(LONG_LIVED_TOKEN)) {
            world.requires(Promise.LONG_LIVED_TOKENS);
        }
        return at.decide(LONG_LIVED_TOKEN, actor, role, Map.of());
    }

    private Outcome refuseLongLivedTokens(Desk at, Account actor, String role) {
        world.requires(Promise.LONG_LIVED_TOKENS);
        world.requires(Promise.LONG_LIVED_TOKEN_SWITCH);
        return at.decide("refuseLongLivedTokens", actor, role, Map.of());
    }

    private Outcome readEvents(Desk at, Account actor, String role) {
        var profile = world.profile();
        if (!profile.provision().offers("events") && profile.readBack().containsKey("record")) {
            throw new Inapplicable(
                    profile.title() + " shows everybody who published a version, and keeps no other record");
        }
        return at.decide("events", actor, role, Map.of());
    }

    private Outcome remove(Desk at, Account actor, String role) {
        return at.decide(
                "removePublisher", actor, role, Map.of("id", world.cast().publisher()));
    }

    private void tried(
            String what, java.util.function.Supplier<Outcome> deed, java.util.function.Supplier<Outcome> twin) {
        world.provisioningEnds();
        world.tried(what, deed.get(), twin);
    }
}
