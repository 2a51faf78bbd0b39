package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.identity.token.TokenRequest;
import dev.assay.profile.Operation;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Refused;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a refusal tells, and what it must not tell. */
public final class ErrorSteps {
    private static final Pattern BLAMES_REGISTRY_TOKEN = Pattern.compile(
            "access token (has )?(expired|revoked)|token expired or revoked|^not found$|404 not found|"
                    + "log ?in again|password",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIES_PACKAGE = Pattern.compile(
            "(package|project|crate|gem) (was )?not found|no such (package|project|crate|gem)|^not found$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile(
            "Traceback|\\bat [a-z]+(\\.[A-Za-z_$]+)+\\(|Exception\\b.*\\bat\\b|/usr/|/home/|SELECT .* FROM|"
                    + "panicked at|NoMethodError|undefined method",
            Pattern.CASE_INSENSITIVE);

    private static final String INVENTED = "never-heard-of-it";

    /** Bodies for an exchange that takes JSON with the ID token as {@code token}. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("an empty body", ""),
            entry("a body that is not JSON", "token=abc"),
            entry("a JSON list", "[]"),
            entry("half a JSON object", "{\"MEMBER\":\"a.b"),
            entry("no token", "{}"),
            entry("null as token", "{\"MEMBER\":null}"),
            entry("a number as token", "{\"MEMBER\":42}"),
            entry("an empty token", "{\"MEMBER\":\"\"}"),
            entry("a list of tokens", "{\"MEMBER\":[\"a.b.c\"]}"),
            entry("a token of a mebibyte", "{\"MEMBER\":\"" + "a".repeat(1 << 20) + "\"}"),
            entry("deeply nested JSON", "{\"MEMBER\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));

    private final World world;
    private final Deeds deeds;

    public ErrorSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("^somebody sends (.+) to the exchange$")
    public void sends(String body) {
        world.provisioningEnds();
        var exchange = world.profile()
                .exchange()
                .orElseThrow(() -> new Inapplicable(
                        "ID tokens are not exchanged at " + world.profile().title()));
        var template = exchange.request()
                .body()
                .orElseThrow(() ->
                        new Inapplicable("the exchange of " + world.profile().title() + " takes no body"));
        var text = BODIES.get(body);
        if (text == null) {
            throw new IllegalArgumentException("no body is called '" + body + "'; known are " + BODIES.keySet());
        }
        var request = withBody(exchange, text.replace("MEMBER", member(template)));
        world.tried(
                body + " is sent to the exchange",
                world.registry()
                        .attempt(
                                request,
                                Purpose.of(Deeds.ATTACKER, "exchange of " + body),
                                Map.of(
                                        "package",
                                        world.cast().packageName(),
                                        "owner",
                                        world.cast().owner().name())),
                this::presentSound);
    }

    /** The name of the JSON member that carries the ID token. */
    private static String member(String template) {
        var matcher = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"\\{idToken").matcher(template);
        if (!matcher.find()) {
            throw new Inapplicable("the exchange does not take the ID token as a member of a JSON object");
        }
        return matcher.group(1);
    }

    private static Operation withBody(Operation exchange, String body) {
        return exchange.with(exchange.request().withBody(body.replace("{", "{|{|}")));
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
                .map(answer -> INSIDE.matcher(answer.body()))
                .forEach(matcher -> {
                    if (matcher.find()) {
                        throw new Finding("an answer shows the inside of the registry: " + matcher.group());
                    }
                });
    }
}
