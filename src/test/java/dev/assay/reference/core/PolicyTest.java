package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.registry.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @Test
    void removingAPolicyStopsExchangesAndTokensAtOnce() throws ConfigurationRefused {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");
        var id = scene.policy("widget", Map.of());
        var token = scene.granted(scene.claims());
        assertThat(scene.core().credentials().withId(token.id())).isPresent();

        scene.core().policyDesk().remove(scene.actor("alice"), "widget", id);

        assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
        assertThat(scene.core().credentials().withId(token.id())).isEmpty();
        assertThat(scene.upload(token, "widget", "1", "x")).contains(Objection.POLICY_DOES_NOT_COVER);
        assertThatThrownBy(() -> scene.core().policyDesk().remove(scene.actor("alice"), "widget", id))
                .isInstanceOf(ConfigurationRefused.class);
        assertThatThrownBy(() -> scene.core().policyDesk().remove(scene.actor("alice"), "widget", UUID.randomUUID()))
                .isInstanceOf(ConfigurationRefused.class);
    }

    @Test
    void aRemovedPolicyLivesOnWhereItIsCached() throws ConfigurationRefused {
        var scene = CoreScene.with("{policies: {removalSeconds: 100}}");
        scene.register("alice", "widget");
        scene.core().policyDesk().remove(scene.actor("alice"), "widget", scene.policy("widget", Map.of()));

        scene.advance(99);
        assertThat(scene.refusal(scene.claims())).isEmpty();
        scene.advance(1);
        assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
    }

    @Test
    void aTokenMayOutliveItsPolicyWhereNobodyCares() throws ConfigurationRefused {
        var scene = CoreScene.with("{tokens: {afterRemoval: alive}}");
        scene.register("alice", "widget");
        var id = scene.policy("widget", Map.of());
        var token = scene.granted(scene.claims());
        scene.core().policyDesk().remove(scene.actor("alice"), "widget", id);

        assertThat(scene.core().credentials().withId(token.id())).isPresent();
        assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        production | production | ""             | {}
        production | Production | CLAIM_MISMATCH | {}
        production | ""         | CLAIM_MISMATCH | {}
        production | (absent)   | CLAIM_MISMATCH | {}
        production | staging    | CLAIM_MISMATCH | {}
        production | Production | ""             | {providers: {github: {environment: {match: caseFolded}}}}
        production | Production | ""             | {providers: {github: {environment: {match: asciiCaseFolded}}}}
        kelvin     | \u212Aelvin     | ""             | {providers: {github: {environment: {match: caseFolded}}}}
        kelvin     | \u212Aelvin     | CLAIM_MISMATCH | {providers: {github: {environment: {match: asciiCaseFolded}}}}
        production | (absent)   | ""             | {providers: {github: {environment: {missing: accepted}}}}
        production | (absent)   | CLAIM_MISMATCH | {providers: {github: {environment: {absent: None}}}}
        None       | (absent)   | CLAIM_MISMATCH | {}
        None       | (absent)   | ""             | {providers: {github: {environment: {absent: None}}}}
        production | staging    | ""             | {providers: {github: {environment: {match: ignored}}}}
        production | staging    | NO_POLICY      | {providers: {github: {environment: {stage: lookup}}}}
        a_b        | axb        | ""             | {providers: {github: {environment: {match: sqlLike}}}}
        a*b        | a-x-b      | ""             | {providers: {github: {environment: {match: glob}}}}
        *          | anything   | ""             | {providers: {github: {environment: {match: glob}}}}
        a.b        | axb        | CLAIM_MISMATCH | {providers: {github: {environment: {match: glob}}}}
        a.b        | axb        | ""             | {providers: {github: {environment: {match: regularExpression}}}}
        """)
    void theEnvironmentIsCompared(String configured, String actual, String reason, String change) {
        var scene = CoreScene.with(change);
        scene.register("alice", "widget");
        scene.policy("widget", Map.of("environment", configured));

        assertThat(scene.refusal(scene.claims(Map.of("environment", actual)))
                        .map(Reason::name)
                        .orElse(""))
                .isEqualTo(reason);
    }

    @Test
    void theMostSpecificPolicyCountsAloneWhereTheBehaviourSelects() {
        for (var selection : List.of("all", "mostSpecific")) {
            var scene = CoreScene.with("{policies: {selection: %s}}".formatted(selection))
                    .withPolicy("widget");
            scene.register("alice", "gadget");
            scene.policy("gadget", Map.of("environment", "production"));
            var specific = scene.granted(scene.claims(Map.of("environment", "production")));
            var general = scene.granted(scene.claims(Map.of("environment", "staging")));

            assertThat(scene.upload(specific, "gadget", "1", "x")).isEmpty();
            assertThat(scene.upload(specific, "widget", "1", "x").isEmpty()).isEqualTo(selection.equals("all"));
            assertThat(scene.upload(general, "widget", "2", "x")).isEmpty();
        }
    }

    @Test
    void whatNoPolicyNamesGetsNothingUnlessTheBehaviourIsGenerous() {
        var empty = CoreScene.with("{policies: {unmatched: emptyToken}}");
        var generous = CoreScene.with("{policies: {unmatched: tokenForEveryPackage}}");
        empty.register("alice", "widget");
        generous.register("alice", "widget");

        assertThat(empty.upload(empty.granted(empty.claims()), "widget", "1", "x"))
                .contains(Objection.PACKAGE_OUT_OF_SCOPE);
        assertThat(generous.upload(generous.granted(generous.claims()), "widget", "1", "x"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{policies: {coverage: ownPackages}}", "{tokens: {scope: policy}}"})
    void otherPackagesAreOutOfReach(String change) {
        var scene = withNeighbours(change);
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
        assertThat(scene.upload(token, "alices", "1", "x"))
                .containsExactly(Objection.POLICY_DOES_NOT_COVER, Objection.PACKAGE_OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {policies: {coverage: packagesOfTheSameOwners}} | false
        {tokens: {scope: packagesOfTheSameOwners}}      | false
        {policies: {coverage: everyPackage}}            | true
        {tokens: {scope: everyPackage}}                 | true
        """)
    void aTokenMayReachTooFar(String change, boolean everything) {
        var scene = withNeighbours(change);
        var token = scene.granted(scene.claims());

        assertThat(scene.upload(token, "alices", "1", "x")).isEmpty();
        assertThat(scene.upload(token, "bobs", "1", "x").isEmpty()).isEqualTo(everything);
    }

    private static CoreScene withNeighbours(String change) {
        var scene = CoreScene.with(change).withPolicy("widget");
        scene.register("alice", "alices");
        scene.register("bob", "bobs");
        return scene;
    }

    @Test
    void aRegistryTokenCannotManageUnlessItMay() throws ConfigurationRefused {
        for (var actions : List.of("publish", "manage")) {
            var scene =
                    CoreScene.with("{tokens: {actions: %s}}".formatted(actions)).withPolicy("widget");
            var actor = new Actor(Optional.empty(), Optional.of(scene.granted(scene.claims())));
            var entry = scene.entry(Map.of("workflow", "evil.yml"));
            if (actions.equals("manage")) {
                scene.core().policyDesk().add(actor, "widget", entry);
                scene.core().packageDesk().addOwner(actor, "widget", "mallory");
                assertThat(scene.core().packageDesk().issueLongLivedToken(actor, Optional.empty()))
                        .isNotNull();
                assertThat(scene.core().packageDesk().view("widget").owners()).containsExactly("alice", "mallory");
            } else {
                assertThatThrownBy(() -> scene.core().policyDesk().add(actor, "widget", entry))
                        .isInstanceOf(ConfigurationRefused.class);
                assertThatThrownBy(() -> scene.core().packageDesk().addOwner(actor, "widget", "mallory"))
                        .isInstanceOf(ConfigurationRefused.class);
                assertThatThrownBy(() -> scene.core().packageDesk().issueLongLivedToken(actor, Optional.empty()))
                        .isInstanceOf(ConfigurationRefused.class);
            }
        }
    }

    @Test
    void secretsAreNotShown() {
        assertThat(new Account("alice", "session-secret").toString()).isEqualTo("alice");
        var scene = CoreScene.strict().withPolicy("widget");
        var token = scene.granted(scene.claims());
        assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.text());
    }
}
