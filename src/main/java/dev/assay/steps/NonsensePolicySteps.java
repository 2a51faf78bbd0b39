package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;
import dev.assay.registry.PublisherPolicy;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Policies that no job can ever fit, or that too many would. */
public final class NonsensePolicySteps {
    private static final String NOBODY = "an owner that does not exist";
    private static final String STAR = "*";

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
    private final Desk desk;

    public NonsensePolicySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
        this.desk = new Desk(world);
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
        world.provisioningEnds();
        world.tried(
                "a trusted publisher with " + nonsense + " is entered",
                desk.configure(world.cast().owner(), change.apply(sound), Desk.MAINTAINER),
                () -> desk.configure(world.cast().owner(), sound, Desk.MAINTAINER));
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
}
