package dev.assay.steps;

import dev.assay.artifact.Artifact;
import dev.assay.identity.token.TokenRequest;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a refusal tells, and what it must not tell. */
public final class ErrorSteps {
    private static final Pattern BLAMES_REGISTRY_TOKEN = Pattern.compile(
            "access token (has )?(expired|revoked)|token expired or revoked|^not found$|404 not found|"
                    + "log ?in again|password",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIES_PACKAGE = Pattern.compile(
            "(package|project|crate|gem) (was )?not found|no such (package|project|crate|gem)|^not found$",
            Pattern.CASE_INSENSITIVE);
    private static final String INVENTED = "never-heard-of-it";

    private final World world;
    private final Deeds deeds;

    public ErrorSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("^somebody sends (.+) to the exchange$")
    public void sends(String oddity) {
        var request = new OddRequest(world.profile()).with(oddity);
        world.provisioningEnds();
        var cast = world.cast();
        var token = deeds.soundToken(cast.workload()).compact();
        var values = Map.of(
                "idToken",
                token,
                "token",
                token,
                "package",
                cast.packageName(),
                "owner",
                cast.owner().name());
        var purpose = Purpose.of(Deeds.ATTACKER, "exchange of " + oddity);
        world.tried(
                oddity + " is sent to the exchange",
                world.registry().attempt(request, purpose, values, deeds.artifactFor(token, cast.packageName())),
                this::presentSound);
    }

    @When("^its workload uploads (.+)$")
    public void uploads(String oddity) {
        var odd = OddUpload.called(oddity);
        world.provisioningEnds();
        var sound = nextArtifact();
        var odder = odd.file().apply(sound);
        var outcome = world.registry()
                .publishChanged(
                        deeds.registryToken(sound),
                        odder,
                        odd.request(),
                        Purpose.of(Deeds.JOB, "publishing of " + oddity))
                .map(answer -> deeds.kept(answer, odder))
                .orElseThrow(() -> new Inapplicable(
                        "no request of " + world.profile().title() + "'s profile carries a package as it is"));
        var looksLater = outcome.isUnkept();
        if (looksLater
                || outcome.isGranted()
                        && (odd.isSoundRequest() || world.registry().uploadsBareFiles())) {
            throw new Inapplicable(
                    world.profile().title() + " takes any content for a package, or looks into it later");
        }
        world.tried("its workload uploads " + oddity, outcome, this::publishSound);
    }

    private Outcome publishSound() {
        var artifact = nextArtifact();
        return deeds.publish(deeds.registryToken(artifact), artifact, Deeds.JOB, "publishing");
    }

    private Artifact nextArtifact() {
        return deeds.nextArtifact(world.cast().packageName());
    }

    /** Whatever status the profile lists for a no, and any other that calls it the client's mistake (RFC 9110 §15.5). */
    @Then("it is answered as a client's mistake")
    public void isAnsweredAsClientsMistake() {
        var trial = world.lastTrial();
        trial.claimRefusal();
        OutcomeSteps.requireAnswer(trial.outcome());
        if (!new OutcomeSteps(world).isNo(trial.outcome())) {
            throw new Finding(
                    "not answered as a client's mistake, but " + trial.outcome().describe() + ": " + trial.what());
        }
    }

    @When("the workload is refused for its signature, its repository, its issuer and a replay")
    public void refusedForManyReasons() {
        var trusted = world.cast().workload();
        var sound = deeds.soundToken(trusted);
        world.acceptedBefore(deeds.present(sound, Deeds.JOB, "sound"));
        var tampered = deeds.forgedToken(world.setting().forgery("whose payload was changed under the signature"));
        tried("signature", deeds.present(tampered, Deeds.ATTACKER, "tampered with"));
        tried(
                "repository",
                deeds.ask(Elsewhere.runs(world, "in another repository of the same owner"), Deeds.ATTACKER));
        tried("issuer", deeds.present(deeds.strangeToken(), Deeds.ATTACKER, "of a stranger"));
        tried("replay", deeds.present(sound, Deeds.ATTACKER, "used before"));
    }

    @When("an attacker presents a token of their own making about a repository of their choice")
    public void presentsInvention() {
        var stage = world.scene().stage();
        var invented = world.cast().workload();
        var token = deeds.token(
                TokenRequest.of(invented.withRepository(invented.repository().withName(INVENTED)), deeds.audience())
                        .withKey(stage.impostor().signingKey()));
        world.tried(
                "a token of an attacker's making",
                deeds.present(token, Deeds.ATTACKER, "invented"),
                this::presentSound);
    }

    @Then("no answer repeats what the token claims")
    public void repeatsNoClaim() {
        refusal();
        world.scene().transcript().answers().forEach(answer -> {
            if (answer.body().contains(INVENTED)) {
                throw new Finding("an answer repeats the claim of a token that was not verified: " + INVENTED);
            }
        });
    }

    private void tried(String what, Outcome outcome) {
        world.tried("refusal for its " + what, outcome, this::presentSound);
    }

    private Outcome presentSound() {
        return deeds.ask(world.cast().workload(), Deeds.JOB);
    }

    @Then("the refusals can be told apart")
    public void canBeToldApart() {
        var refusals = refusals();
        var kinds = refusals.stream()
                .map(r -> r.status() + r.code().orElse("") + r.message().orElse(""))
                .collect(Collectors.toSet());
        if (refusals.size() > 1 && kinds.size() < Math.min(refusals.size(), 3)) {
            throw new Finding(refusals.size() + " refusals for different reasons look like " + kinds.size()
                    + ": nobody can tell what to mend");
        }
    }

    private List<Refused> refusals() {
        return world.trials().stream()
                .map(Trial::outcome)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    private Refused refusal() {
        if (world.lastTrial().outcome() instanceof Refused refused) {
            return refused;
        }
        throw new CannotTell("there was no refusal to look at, but the attempt was "
                + world.lastTrial().outcome().describe());
    }

    @Then("the refusal does not blame an expired or missing registry token")
    public void blamesTheRightThing() {
        var text = refusal().code().orElse("") + " " + refusal().message().orElse("");
        if (refusal().status() == 404
                || BLAMES_REGISTRY_TOKEN.matcher(text.strip()).find()) {
            throw new Finding("the refusal (" + refusal().status() + " " + text.strip() + ") blames something else");
        }
    }

    @Then("the refusal does not say that there is no such package")
    public void doesNotDenyThePackage() {
        var text = refusal().code().orElse("") + " " + refusal().message().orElse("");
        if (refusal().status() == 404 || DENIES_PACKAGE.matcher(text.strip()).find()) {
            throw new Finding("the refusal (" + refusal().status() + " " + text.strip()
                    + ") says that there is no such package, and there is");
        }
    }

    @Then("the refusal carries a machine-readable code")
    public void carriesCode() {
        if (refusal().code().filter(code -> !code.isBlank()).isEmpty()) {
            throw new Finding(
                    "the refusal carries no machine-readable code: " + refusal().describe());
        }
    }

    @Then("no answer shows the inside of the registry")
    public void showsNoInside() {
        world.scene()
                .transcript()
                .answers()
                .flatMap(answer -> Inside.shownIn(answer.body()).stream())
                .findFirst()
                .ifPresent(sign -> {
                    throw new Finding("an answer shows the inside of the registry: " + sign);
                });
    }

    @When("a job of somebody unknown asks to publish")
    public void unknownAsks() {
        var forge = world.scene().stage().forge();
        var theirs = forge.createRepository(forge.createOwner(world.cast().prefix() + "-nobody"), "gizmo");
        var job = world.cast().workload().withRepository(theirs).withWorkflowFile("build.yml");
        tried("being unknown", deeds.ask(job, Deeds.ATTACKER));
    }

    @Then("no answer names the workload that the package trusts")
    public void namesNoTrustedWorkload() {
        var told = refusal().code().orElse("") + " " + refusal().message().orElse("");
        var trusted = world.cast().workload();
        Stream.of(trusted.repository().fullName(), trusted.job().workflowFile())
                .filter(told::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new Finding("a refusal tells somebody unknown whom the package trusts: " + name);
                });
    }
}
