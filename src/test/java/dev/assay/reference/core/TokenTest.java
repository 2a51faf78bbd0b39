package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.core.failure.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void aTokenExpiresAfterItsLifetime() throws Refused {
        var scene = CoreScene.strict().withPolicy("widget");
        var exchanged = scene.core().exchange().exchange(CoreScene.sign(scene.claims()));
        assertThat(exchanged.promisedExpiry()).isEqualTo(CoreScene.NOW.getEpochSecond() + 900);

        scene.advance(899);
        assertThat(scene.upload(exchanged.token(), "widget", "1", "x")).isEmpty();
        scene.advance(1);
        assertThat(scene.upload(exchanged.token(), "widget", "2", "x")).containsExactly(Objection.EXPIRED);
    }

    @Test
    void useLengthensALifeOnlyWhereItIsCountedFromTheLastUse() {
        for (var life : List.of("fromExchange", "fromLastUse")) {
            var scene = CoreScene.with("{tokens: {life: %s}}".formatted(life)).withPolicy("widget");
            var token = scene.granted(scene.claims());
            scene.advance(450);
            assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();

            scene.advance(450);
            assertThat(scene.upload(token, "widget", "2", "x").isEmpty()).isEqualTo(life.equals("fromLastUse"));
            scene.advance(900);
            assertThat(scene.upload(token, "widget", "3", "x")).containsExactly(Objection.EXPIRED);
        }
    }

    @Test
    void aTokenIsNotValidBeforeItWasMade() {
        var scene = CoreScene.strict().withPolicy("widget");
        var token = scene.granted(scene.claims());
        scene.advance(-1);

        assertThat(scene.upload(token, "widget", "1", "x")).containsExactly(Objection.NOT_YET_VALID);
    }

    @Test
    void lifetimeAndPromiseCanDifferAndExpiryCanBeForgotten() throws Refused {
        var scene = CoreScene.with("{tokens: {lifetimeSeconds: 86400, promisedSeconds: 60, expiry: ignored}}")
                .withPolicy("widget");
        var exchanged = scene.core().exchange().exchange(CoreScene.sign(scene.claims()));

        assertThat(exchanged.promisedExpiry()).isEqualTo(CoreScene.NOW.getEpochSecond() + 60);
        assertThat(exchanged.token().expiresAt()).isEqualTo(CoreScene.NOW.plusSeconds(86_400));
        scene.advance(100_000);
        assertThat(scene.upload(exchanged.token(), "widget", "1", "x")).isEmpty();
    }

    @Test
    void usesCanBeLimited() {
        var scene = CoreScene.with("{tokens: {uses: 1}}").withPolicy("widget");
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
        assertThat(scene.upload(token, "widget", "2", "x")).containsExactly(Objection.USED_UP);
    }

    @Test
    void tokensDifferUnlessTheyRepeatOrCount() {
        var random = CoreScene.strict().withPolicy("widget");
        assertThat(random.granted(random.claims()).text())
                .isNotEqualTo(random.granted(random.claims()).text());
        assertThat(random.granted(random.claims()).secret())
                .hasSize(64)
                .isNotEqualTo(random.granted(random.claims()).secret());

        for (var entropy : List.of("repeated", "derived")) {
            var scene =
                    CoreScene.with("{tokens: {entropy: %s}}".formatted(entropy)).withPolicy("widget");
            assertThat(scene.granted(scene.claims()).text())
                    .startsWith("pypi-")
                    .isEqualTo(scene.granted(scene.claims()).text());
        }
        var serial = CoreScene.with("{tokens: {entropy: serial}}").withPolicy("widget");
        assertThat(serial.granted(serial.claims()).text()).matches("pypi-0{84}1");
        assertThat(serial.granted(serial.claims()).text()).endsWith("2");
    }

    @Test
    void theIdTokenIsNoRegistryTokenUnlessItIsTakenForOne() {
        var scene = CoreScene.strict().withPolicy("widget");
        var lax = CoreScene.with("{tokens: {idTokenAtPublish: accepted}}").withPolicy("widget");

        assertThat(scene.core().credentials().fromIdToken(CoreScene.sign(scene.claims())))
                .isEmpty();
        assertThat(lax.core().credentials().fromIdToken(CoreScene.sign(lax.claims())))
                .isPresent();
        assertThat(lax.core().credentials().fromIdToken("nonsense")).isEmpty();
    }

    @Test
    void aRegistryTokenIsExchangedForAnotherOnlyWhereItIsTakenForAnIdToken() throws Refused {
        var strict = CoreScene.strict().withPolicy("widget");
        var known = strict.granted(strict.claims());
        assertThatThrownBy(() -> strict.core().exchange().exchange(known.text()))
                .isInstanceOf(Refused.class);

        var lax = CoreScene.with("{tokens: {tokenAtExchange: accepted}}").withPolicy("widget");
        var first = lax.granted(lax.claims());
        lax.advance(600);
        var second = lax.core().exchange().exchange(first.text());
        assertThat(second.promisedExpiry()).isEqualTo(CoreScene.NOW.getEpochSecond() + 1500);
        assertThat(second.token().text()).isNotEqualTo(first.text());
        assertThat(second.token().workload()).isEqualTo(first.workload());
        lax.advance(600);
        assertThat(lax.upload(first, "widget", "1", "x")).containsExactly(Objection.EXPIRED);
        assertThat(lax.upload(second.token(), "widget", "1", "x")).isEmpty();
        assertThat(lax.core().credentials().withText(second.token().text())).contains(second.token());
        assertThat(lax.refusal(lax.claims())).isEmpty();
    }

    @Test
    void aTokenCreatesAnyPackageOnlyWhereTheBehaviourLetsIt() throws ConfigurationRefused {
        for (var births : List.of("pending", "any")) {
            var scene =
                    CoreScene.with("{tokens: {births: %s}}".formatted(births)).withPolicy("widget");
            var objections = scene.upload(scene.granted(scene.claims()), "brand-new", "1", "x");

            assertThat(objections.contains(Objection.CANNOT_CREATE)).isEqualTo(births.equals("pending"));
            if (objections.isEmpty()) {
                assertThat(scene.core().packageDesk().view("brand-new").owners())
                        .containsExactly("alice");
            }
        }
    }

    @Test
    void theSamePolicyRevivesATokenOnlyWhereTheBehaviourLetsIt() throws ConfigurationRefused {
        for (var after : List.of("dead", "aliveWithSame")) {
            var scene = CoreScene.with("{tokens: {afterRemoval: %s}}".formatted(after));
            scene.register("alice", "widget");
            var policy = scene.policy("widget", Map.of());
            var token = scene.granted(scene.claims());
            scene.core().policyDesk().remove(scene.actor("alice"), "widget", policy);
            scene.policy("widget", Map.of("workflow", "other.yml"));
            assertThat(scene.core().credentials().withId(token.id())).isEmpty();

            scene.policy("widget", Map.of());
            assertThat(scene.core().credentials().withId(token.id()).isPresent())
                    .isEqualTo(after.equals("aliveWithSame"));
            assertThat(scene.upload(token, "widget", "1", "x").isEmpty()).isEqualTo(after.equals("aliveWithSame"));
        }
    }

    @Test
    void aTokenThatIsHandedBackTakesOthersWithItOnlyWhereTheBehaviourSaysSo() {
        for (var revocation : List.of("ofTheToken", "ofItsPolicies")) {
            var scene = CoreScene.with("{tokens: {revocation: %s}}".formatted(revocation))
                    .withPolicy("widget");
            var credentials = scene.core().credentials();
            var handedBack = scene.granted(scene.claims());
            var another = scene.granted(scene.claims());
            scene.withPolicy("gadget");
            var ofMore = scene.granted(scene.claims());

            credentials.revoke(handedBack);

            assertThat(credentials.withText(handedBack.text())).isEmpty();
            assertThat(credentials.withText(another.text()).isPresent()).isEqualTo(revocation.equals("ofTheToken"));
            assertThat(credentials.withText(ofMore.text())).isPresent();
        }
    }

    @Test
    void tokensAreFoundByTheirText() {
        var scene = CoreScene.strict().withPolicy("widget");
        var token = scene.granted(scene.claims());

        assertThat(scene.core().credentials().withText(token.text())).contains(token);
        assertThat(scene.core().credentials().withText("other")).isEmpty();
        assertThat(scene.core().credentials().withText(token.text().toUpperCase(Locale.ROOT)))
                .isEmpty();

        var lax = CoreScene.with("{tokens: {match: asciiCaseFolded}}").withPolicy("widget");
        var known = lax.granted(lax.claims());
        assertThat(lax.core().credentials().withText(known.text().toUpperCase(Locale.ROOT)))
                .contains(known);
        assertThat(lax.core().credentials().withText("other")).isEmpty();
    }

    @Test
    void aTokenIsGoodForTheNextPackageOfTheNameOnlyWhereTheBehaviourGoesByNames() throws ConfigurationRefused {
        for (var removal : List.of("dead", "alive")) {
            for (var after : List.of("nothing", "name")) {
                var scene = CoreScene.with("{tokens: {afterRemoval: %s, afterPackage: %s}}".formatted(removal, after))
                        .withPolicy("widget");
                var token = scene.granted(scene.claims());
                scene.core().packageDesk().remove(scene.actor("alice"), "widget");
                scene.register("bob", "widget");
                scene.register("bob", "gadget");

                assertThat(scene.upload(token, "widget", "1", "x").isEmpty()).isEqualTo(after.equals("name"));
                assertThat(scene.core().credentials().withText(token.text()).isPresent())
                        .isEqualTo(after.equals("name") || removal.equals("alive"));
                assertThat(scene.upload(token, "gadget", "1", "x")).isNotEmpty();
            }
        }
    }

    @Test
    void aPublishedFileIsReplacedOnlyWhereTheBehaviourReplaces() {
        for (var replacement : List.of("refused", "replaces", "silentlyDropped")) {
            var scene = CoreScene.with("{publishing: {replacement: %s}}".formatted(replacement))
                    .withPolicy("widget");
            var token = scene.granted(scene.claims());
            scene.upload(token, "widget", "1", "original");

            assertThat(scene.upload(token, "widget", "1", "original")).isEmpty();
            var objections = scene.upload(token, "widget", "1", "other");
            assertThat(objections.contains(Objection.FILE_EXISTS)).isEqualTo(replacement.equals("refused"));
            var size = scene.sizeOf("widget", "1");
            assertThat(size).isEqualTo(replacement.equals("replaces") ? 5 : 8);
        }
    }

    @Test
    void uploadsCanBeSwitchedOff() {
        var scene = CoreScene.with("{switches: {uploads: false}}").withPolicy("widget");

        assertThat(scene.upload(scene.granted(scene.claims()), "widget", "1", "x"))
                .containsExactly(Objection.UPLOADS_DISABLED);
    }

    @Test
    void theWorkloadIsKeptWithItsToken() {
        var scene = CoreScene.strict().withPolicy("widget");

        assertThat(scene.granted(scene.claims(Map.of("environment", "production")))
                        .workload())
                .containsEntry("repository", "octo/widget")
                .containsEntry("environment", "production")
                .doesNotContainKey("jti");
    }
}
