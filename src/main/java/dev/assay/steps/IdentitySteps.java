package dev.assay.steps;

import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Names that change hands on the forge, and what becomes of the policies that name them. */
public final class IdentitySteps {
    private static final int ATTEMPTS = 3;

    private final World world;
    private final Deeds deeds;
    private Optional<Workload> newcomer = Optional.empty();

    public IdentitySteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("somebody else takes over the owner's name")
    @When("somebody else takes over the owner's name before the first use")
    public void takesOver() {
        var repository = world.cast().workload().repository();
        var forge = world.scene().stage().forge();
        var owner = forge.resurrectOwner(repository.owner().login());
        moveTo(forge.createRepository(owner, repository.name()));
    }

    @When("the repository is deleted and created anew")
    public void recreated() {
        moveTo(world.scene()
                .stage()
                .forge()
                .recreateRepository(world.cast().workload().repository()));
    }

    @When("the owner is renamed and somebody else takes the old name")
    public void renamed() {
        var repository = world.cast().workload().repository();
        var login = repository.owner().login();
        var forge = world.scene().stage().forge();
        forge.renameOwner(repository.owner(), login + "-renamed");
        moveTo(forge.createRepository(forge.createOwner(login), repository.name()));
    }

    @When("the repository is renamed and another takes its old name")
    public void repositoryRenamed() {
        var repository = world.cast().workload().repository();
        var forge = world.scene().stage().forge();
        forge.renameRepository(repository, repository.name() + "-renamed");
        moveTo(forge.createRepository(repository.owner(), repository.name()));
    }

    @When("the repository is transferred and another takes its old name")
    public void repositoryTransferred() {
        var repository = world.cast().workload().repository();
        var forge = world.scene().stage().forge();
        forge.transferRepository(repository, forge.createOwner(world.cast().prefix() + "-heir"));
        moveTo(forge.createRepository(repository.owner(), repository.name()));
    }

    @When("^the (owner|repository) is (renamed|transferred)$")
    public void moved(String what, String how) {
        var repository = world.cast().workload().repository();
        var forge = world.scene().stage().forge();
        if (what.equals("owner")) {
            var renamed =
                    forge.renameOwner(repository.owner(), repository.owner().login() + "-renamed");
            moveTo(repository.withOwner(renamed));
        } else if (how.equals("renamed")) {
            moveTo(forge.renameRepository(repository, repository.name() + "-renamed"));
        } else {
            moveTo(forge.transferRepository(
                    repository, forge.createOwner(world.cast().prefix() + "-heir")));
        }
    }

    @When("its workload under the new name asks to publish")
    public void movedAsks() {
        var workload = newcomer.orElseThrow();
        world.tried("the workload under its new name asks to publish", ask(workload), () -> ask(workload));
    }

    private void moveTo(dev.assay.identity.workload.Repository repository) {
        newcomer = Optional.of(world.cast().workload().withRepository(repository));
    }

    @When("their workload of the same names asks to publish")
    @When("its workload of the same names asks to publish")
    public void newcomerAsks() {
        var workload = newcomer.orElseThrow();
        world.tried("a workload of the same names and other ids asks to publish", ask(workload), () -> ask(workload));
    }

    /** A registry that learns from a refusal lets the next attempt in. */
    @When("^(?:their|its) workload of the same names asks to publish three times$")
    public void newcomerInsists() {
        for (int i = 0; i < ATTEMPTS; i++) {
            newcomerAsks();
        }
    }

    @When("^(?:their|its) workload of the same names asks to publish a day later, and again after a week$")
    public void newcomerAsksLater() {
        for (var pause : List.of(Duration.ofDays(1), Duration.ofDays(7))) {
            new TimeSteps(world).passByClock(pause.plus(Duration.ofMinutes(1)), pause.toDays() + " days to pass");
            newcomerInsists();
        }
    }

    @When("the workload of the former holder asks to publish")
    public void formerHolderAsks() {
        world.tried(
                "the former holder's workload asks to publish",
                ask(world.cast().workload()),
                () -> ask(newcomer.orElseThrow()));
    }

    @Then("the new holder's workload is accepted")
    public void newHolderAccepted() {
        new OutcomeSteps(world).twinIsAccepted();
    }

    @When("the maintainer replaces the trusted publisher by the same names")
    public void replaces() {
        world.requiresLiveProvisioning("to replace a policy");
        var cast = world.cast();
        world.provisioner().removePublisher(cast.owner(), cast.packageName(), cast.publisher());
        cast.configured(world.provisioner()
                .addPublisher(cast.owner(), cast.packageName(), cast.policyFor(newcomer.orElseThrow())));
    }

    @Given("a second package whose publisher is accepted")
    public void secondPackage() {
        var cast = world.cast();
        var name = cast.packageName("second");
        world.provisioner().createPackage(cast.owner(), name);
        var workload = cast.workload().withWorkflowFile("second.yml");
        world.provisioner().addPublisher(cast.owner(), name, cast.policyFor(workload));
        world.acceptedBefore(deeds.present(deeds.soundToken(workload), name, Deeds.JOB, "sound"));
    }

    @When("a stranger's workload of the same names fails before the first use")
    public void strangerFails() {
        takesOver();
        failsAs(newcomer.orElseThrow());
    }

    /** The workload of whoever has the names now. */
    Workload newcomer() {
        return newcomer.orElseThrow(() -> new IllegalStateException("no name has changed hands"));
    }

    /** A workload attempts what the policy does not allow it, apart from its ids. */
    void failsAs(Workload workload) {
        var outcome = ask(unwelcome(workload));
        if (outcome.isGranted()) {
            throw new CannotTell("the attempt that should fail was " + outcome.describe());
        }
    }

    /** The same workload, but for something that the policy does not allow. */
    private Workload unwelcome(Workload workload) {
        var rules = world.rules();
        if (rules.names("workflow")) {
            return workload.withWorkflowFile("other.yml");
        }
        return rules.refusedTriggers().stream()
                .findFirst()
                .map(workload::withEvent)
                .orElseThrow(
                        () -> new Inapplicable("policies at " + world.profile().title()
                                + " look at nothing but names and ids, so no attempt under the same names can fail"));
    }

    private Outcome ask(Workload workload) {
        return deeds.ask(workload, Deeds.ATTACKER);
    }
}
