package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.identity.forgery.Counterfeiter;
import dev.assay.identity.token.IdToken;
import dev.assay.registry.Outcome;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Transcript.Purpose;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the text of a registry token gives away, and whether all of it counts. */
public final class TokenTextSteps {
    private static final int TOKENS = 8;
    /** So many characters in common, beyond the longest stretch that all of them share, are no accident. */
    private static final int LEAST_DIFFERENCE = 16;

    private static final Map<String, UnaryOperator<String>> CHANGES = Map.ofEntries(
            entry("cut short by a few characters", t -> t.substring(0, t.length() - 5)),
            entry("changed in its last character", t -> changed(t, t.length() - 2)),
            entry("changed in the middle", t -> changed(t, t.length() / 2)),
            entry("changed in its letter case", TokenTextSteps::inOtherCase));

    /** Changes that only a JWT can undergo. */
    private final Map<String, Function<JwtText, String>> jwtChanges = Map.of(
            "changed to a jwt that says nobody signed it", JwtText::unsecured,
            "cut short by its signature", JwtText::unsigned,
            "changed to a jwt that has the registry's public key for a secret",
                    jwt -> jwt.signedBy(keyedWithPublishedKey(jwt)),
            "changed to a jwt that brings the key of who signed it", jwt -> jwt.bringingTheKeyOf(counterfeiter(jwt)),
            "changed to a jwt that somebody else signed", jwt -> jwt.signedBy(counterfeiter(jwt)),
            "changed to a jwt that ends a day later",
                    jwt -> jwt.prolonged().orElseThrow(() -> lacks("no end in numbers")));

    private final World world;
    private final Deeds deeds;
    private final List<String> tokens = new ArrayList<>();
    private final List<IdToken> exchanged = new ArrayList<>();

    public TokenTextSteps(World world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    @When("its workload asks for eight registry tokens")
    public void asksForEight() {
        deeds.requiresRegistryTokens();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(deeds.registryToken());
        }
    }

    @When("its workload exchanges two ID tokens")
    public void exchangesTwo() {
        deeds.requiresRegistryTokens();
        for (int i = 0; i < 2; i++) {
            var token = deeds.soundToken(world.cast().workload());
            exchanged.add(token);
            tokens.add(deeds.registryToken(token, world.cast().packageName()));
        }
    }

    @Then("neither registry token follows from its ID token")
    public void noneFollows() {
        if (new HashSet<>(tokens).size() < tokens.size()) {
            throw new Finding("two ID tokens were exchanged for one and the same registry token: whoever has had it can"
                    + " publish in place of the next job");
        }
        for (int i = 0; i < tokens.size(); i++) {
            var another = tokens.get(tokens.size() - 1 - i);
            Derivation.of(exchanged.get(i)).explains(tokens.get(i), another).ifPresent(source -> {
                throw new Finding("a registry token is made of " + source
                        + ": whoever has read the ID token has the registry token, too");
            });
        }
    }

    @Then("no registry token resembles another")
    public void noneResembles() {
        if (new HashSet<>(tokens).size() < tokens.size()) {
            throw new Finding("two registry tokens are the same");
        }
        for (int i = 1; i < tokens.size(); i++) {
            var different = differences(tokens.get(i - 1), tokens.get(i));
            if (different < LEAST_DIFFERENCE) {
                throw new Finding("registry tokens differ in only " + different + " characters: they can be guessed");
            }
        }
    }

    private static int differences(String one, String other) {
        var different = Math.abs(one.length() - other.length());
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different;
    }

    @When("^somebody publishes with the registry token ((?:cut|changed) .+)$")
    public void publishesWithChanged(String change) {
        publishesWith(changedToken(change), world.cast().packageName(), "a registry token " + change);
    }

    @When("somebody publishes the other package with the registry token, changed to a JWT that names that one")
    public void publishesOtherWithRenamed() {
        var cast = world.cast();
        var token = jwt().renaming(cast.packageName(), cast.otherPackage())
                .orElseThrow(() -> lacks("no claim with a package's name"));
        publishesWith(token, cast.otherPackage(), "a registry token whose claims were changed to name another package");
    }

    private void publishesWith(String token, String packageName, String what) {
        world.secrets().add(token);
        world.tried(what, deeds.publish(token, packageName, Deeds.ATTACKER, what), this::publish);
    }

    private String changedToken(String change) {
        var name = change.toLowerCase(Locale.ROOT);
        var ofJwt = jwtChanges.get(name);
        if (ofJwt != null) {
            return ofJwt.apply(jwt());
        }
        var alter = CHANGES.get(name);
        if (alter == null) {
            throw new IllegalArgumentException("no change is called '" + change + "'");
        }
        return afterPrefix(change, alter);
    }

    private JwtText jwt() {
        deeds.requiresRegistryTokens();
        return JwtText.of(world.cast().registryToken())
                .orElseThrow(() -> new Inapplicable("a registry token of "
                        + world.profile().title() + " is no signed JWT: there is no signature to get around"));
    }

    private Inapplicable lacks(String what) {
        return new Inapplicable("a registry token of " + world.profile().title() + " is a JWT with " + what);
    }

    private Counterfeiter counterfeiter(JwtText jwt) {
        var algorithm = jwt.header().path("alg").asText();
        return Counterfeiter.signingWith(algorithm)
                .orElseThrow(() -> lacks("a signature by " + algorithm + ", with which nobody else signs here"));
    }

    private Counterfeiter keyedWithPublishedKey(JwtText jwt) {
        world.provisioningEnds();
        var answer =
                world.registry().publishedKeys(Purpose.of(Deeds.ATTACKER, "looking for the registry's public key"));
        return Optional.of(answer)
                .filter(Granted.class::isInstance)
                .flatMap(granted -> ((Granted) granted).value("keys"))
                .flatMap(keys -> Counterfeiter.keyedWithPublicKey(
                        keys, jwt.header().path("kid").asText()))
                .orElseThrow(() -> new Inapplicable(world.profile().title()
                        + " publishes no key at /.well-known/jwks.json that an HMAC could be keyed with"));
    }

    private Outcome publish() {
        return deeds.publish(world.cast().registryToken(), world.cast().packageName(), Deeds.JOB, "publishing");
    }

    /** Hexadecimal and base32 digits are the same number in either case: only a token of both cases says something by them. */
    private String afterPrefix(String change, UnaryOperator<String> alter) {
        var token = world.cast().registryToken();
        if (!change.contains("letter case")) {
            return alter.apply(token);
        }
        var prefix = world.profile().token().prefix().filter(token::startsWith).orElse("");
        var rest = token.substring(prefix.length());
        if (rest.equals(rest.toLowerCase(Locale.ROOT)) || rest.equals(rest.toUpperCase(Locale.ROOT))) {
            throw new Inapplicable("a registry token of " + world.profile().title()
                    + " has letters of one case only, or none: its case says nothing");
        }
        return prefix + alter.apply(rest);
    }

    private static String inOtherCase(String token) {
        return token.codePoints()
                .map(letter ->
                        Character.isLowerCase(letter) ? Character.toUpperCase(letter) : Character.toLowerCase(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Another letter, and not the same one in another case, which means the same in hexadecimal digits. */
    private static String changed(String token, int at) {
        var other = Character.toUpperCase(token.charAt(at)) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
