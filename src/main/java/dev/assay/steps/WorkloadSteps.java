package dev.assay.steps;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.ReusableWorkflow;
import dev.assay.identity.workload.Runner;
import dev.assay.identity.workload.SubjectForm;
import dev.assay.identity.workload.Workload;
import dev.assay.registry.Outcome;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Locale;

/** Workloads that differ from the trusted one, all of them with sound ID tokens. */
public final class WorkloadSteps {
    private static final String CALLER = "caller";

    private final World world;
    private final Deeds deeds;

    public WorkloadSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    /** Policies may be about branches alone. */
    @Given("its workload is let in on an ordinary tag")
    public void letInOnTag() {
        var outcome = OutcomeSteps.told(deeds.ask(world.cast().workload().withRef("refs/tags/v1.0.0"), Deeds.JOB));
        if (!outcome.isGranted()) {
            throw new Inapplicable(world.profile().title() + " lets the workload in on no tag: " + outcome.describe());
        }
    }

    @When("^the same job runs ((?!on |from the file |in the environment |in the repository ).*)$")
    public void runsElsewhere(String place) {
        tried("the same job runs " + place, Elsewhere.runs(world, place));
    }

    @When("the same job runs from the file {string}")
    public void runsFromFile(String file) {
        Elsewhere.requiresWorkflow(world);
        tried("the same job runs from " + file, world.cast().workload().withWorkflowFile(file));
    }

    @When("the same job runs in the environment {string}")
    public void runsInEnvironment(String environment) {
        tried("the same job runs in " + environment, world.cast().workload().withEnvironment(environment));
    }

    @When("the same job runs in the repository {string}")
    public void runsInRepository(String name) {
        tried(
                "the same job runs in the repository " + name,
                Elsewhere.repository(world, world.cast().workload(), name));
    }

    @When("the same job runs on the harmless event {word}")
    public void runsOnHarmlessEvent(String event) {
        if (world.rules().refusedTriggers().contains(event)) {
            throw new Inapplicable(
                    world.profile().title() + " refuses runs that " + event + " started, as its profile documents");
        }
        runsOnEvent(event);
    }

    @When("the same job runs on the event {word}")
    public void runsOnEvent(String event) {
        tried("the same job runs on the event " + event, world.cast().workload().withEvent(event));
    }

    @Given("a registry that accepts hosted runners only")
    public void hostedRunnersOnly() {
        if (world.rules().acceptsAnyRunner()) {
            throw new Inapplicable(
                    world.profile().title() + " accepts self-hosted runners, too, as its profile documents");
        }
    }

    @When("the same job runs on a self-hosted runner")
    public void runsOnSelfHostedRunner() {
        tried(
                "the same job runs on a self-hosted runner",
                world.cast().workload().withRunner(Runner.SELF_HOSTED));
    }

    @When("^the workload publishes a version from (the default branch|a branch .+|a tag .+)$")
    public void publishesFromElsewhere(String elsewhere) {
        var ref = world.rules()
                .ref()
                .orElseThrow(() -> new Inapplicable(
                        world.profile().title() + " lets runs on any ref publish, as its profile documents"));
        var workload = world.cast().workload();
        var packageName = world.cast().packageName();
        var artifact = deeds.nextArtifact(packageName);
        var right = ref.replace("{version}", artifact.version());
        var releases = new Releases(world, deeds);
        var what = "the workload publishes a version from " + elsewhere;
        world.tried(
                what,
                releases.attempt(workload.withRef(instead(right, elsewhere)), artifact, Deeds.ATTACKER, what),
                () -> releases.attempt(workload, packageName, Deeds.JOB, "publishing from the version's own ref"));
    }

    private String instead(String right, String elsewhere) {
        var name = right.substring(right.lastIndexOf('/') + 1);
        var other = switch (elsewhere) {
            case "the default branch" -> "refs/heads/main";
            case "a branch that is called like its tag" -> "refs/heads/" + name;
            default -> "refs/tags/x" + name;
        };
        if (other.equals(right) || !right.startsWith("refs/tags/")) {
            throw new Inapplicable("at " + world.profile().title() + " a version belongs to " + right);
        }
        return other;
    }

    @Then("it is judged as the profile documents for self-hosted runners")
    public void judgedAsDocumented() {
        judged(world.rules().acceptsAnyRunner());
    }

    @When("the same job is defined in a reusable workflow of another repository")
    public void definedElsewhere() {
        var trusted = world.cast().workload();
        var holder = Elsewhere.otherRepository(world, trusted, world.cast().prefix() + "-tools");
        tried(
                "the trusted workflow calls a reusable one of another repository",
                trusted.withReusableWorkflow(Elsewhere.reusable(holder, trusted)));
    }

    @When("the same job is defined in another workflow file of its repository")
    public void definedBeside() {
        var trusted = world.cast().workload();
        tried(
                "the trusted workflow calls another one of its repository",
                trusted.withReusableWorkflow(new ReusableWorkflow(
                        trusted.repository().fullName(),
                        "build.yml",
                        "refs/heads/main",
                        trusted.start().sha())));
    }

    @Then("it is judged as the profile documents for the event {word}")
    public void eventJudgedAsDocumented(String event) {
        judged(!world.rules().refusedTriggers().contains(event));
    }

    @Then("the caller's workflow is what counts, or the called one, as documented")
    public void callerOrCallee() {
        judged(world.rules().reusableWorkflows().equals(CALLER));
    }

    private void judged(boolean toBeAccepted) {
        var outcomes = new OutcomeSteps(world);
        if (toBeAccepted) {
            outcomes.isAccepted();
        } else {
            outcomes.isRefused();
            outcomes.twinIsAccepted();
        }
    }

    @When("another repository calls the trusted workflow as a reusable one")
    public void calledFromElsewhere() {
        var trusted = world.cast().workload();
        var caller = Elsewhere.otherRepository(world, trusted, world.cast().prefix() + "-caller");
        var job = Workload.of(caller, "build.yml");
        tried(
                "another repository calls the trusted workflow",
                job.withReusableWorkflow(Elsewhere.reusable(trusted.repository(), job)));
    }

    @When("another repository presents the subject of the trusted one")
    public void borrowsSubject() {
        var trusted = world.cast().workload();
        var subject = TextNode.valueOf(deeds.soundToken(trusted).claim("sub").orElseThrow());
        var other = Elsewhere.runs(world, "in a repository of the same name elsewhere");
        var token = deeds.token(TokenRequest.of(other, deeds.audience()).withClaim("sub", subject));
        world.tried(
                "another repository presents the subject of the trusted one",
                deeds.present(token, Deeds.ATTACKER, "with the subject of another repository"),
                this::trusted);
    }

    @When("the workload presents an ID token with the {word} form of the subject")
    public void subjectForm(String form) {
        var workload = world.cast().workload().withSubjectForm(SubjectForm.valueOf(form.toUpperCase(Locale.ROOT)));
        tried("the subject has the " + form + " form", workload);
    }

    private void tried(String what, Workload workload) {
        world.tried(what, deeds.ask(workload, Deeds.ATTACKER), this::trusted);
    }

    private Outcome trusted() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }
}
