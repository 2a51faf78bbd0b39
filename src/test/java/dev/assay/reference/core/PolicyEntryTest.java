package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEntryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        workflow    | .github/workflows/release.yml
        workflow    | release
        workflow    | ""
        owner       | octo/widget
        owner       | nobody-has-this
        repository  | nothing
        environment | a,b
        colour      | blue
        """)
    void nonsenseIsRefusedAtEntry(String field, String value) {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");

        var refused = refusal(scene, "alice", scene.entry(Map.of(field, value)));

        assertThat(refused.kind()).isEqualTo(Kind.INVALID);
        assertThat(refused.code()).isEqualTo("invalid-" + field);
    }

    @Test
    void nonsenseIsTakenWhereTheBehaviourDoesNotLook() {
        var scene = CoreScene.with(
                "{policies: {fieldSyntax: accepted, unknownOwner: accepted, unknownRepository: accepted}}");
        scene.register("alice", "widget");

        assertThat(scene.policy("widget", Map.of("workflow", "a/b.yml", "owner", "nobody")))
                .isNotNull();
    }

    @Test
    void aStarIsAskedForLikeAnyNameUnlessItIsNotLookedUp() {
        for (var stars : List.of("lookedUp", "notLookedUp")) {
            var scene = CoreScene.with("{policies: {fieldSyntax: accepted, stars: %s}}".formatted(stars));
            scene.register("alice", "widget");
            for (var field : List.of("owner", "repository")) {
                var entry = scene.entry(Map.of(field, "*"));
                if (stars.equals("notLookedUp")) {
                    assertThat(scene.policy("widget", Map.of(field, "*"))).isNotNull();
                } else {
                    assertThat(refusal(scene, "alice", entry).code()).isEqualTo("invalid-" + field);
                }
            }
            var unknown = scene.entry(Map.of("owner", "nobody-has-this", "environment", "*"));
            assertThat(refusal(scene, "alice", unknown).code()).isEqualTo("invalid-owner");
        }
    }

    @Test
    void anUnknownProviderIsRefused() {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");

        assertThat(refusal(scene, "alice", new PolicyEntry("jenkins", Map.of())).code())
                .isEqualTo("invalid-provider");
    }

    @Test
    void namesAreKeptAsTheForgeSpellsThem() {
        for (var names : List.of("asTheForgeSpellsBoth", "asTheForgeSpellsOwners", "asTyped")) {
            var scene = CoreScene.with("{policies: {names: %s}}".formatted(names));
            scene.register("alice", "widget");
            scene.policy("widget", Map.of("owner", "OCTO", "repository", "Widget"));

            assertThat(scene.refusal(scene.claims()).isEmpty()).isEqualTo(names.equals("asTheForgeSpellsBoth"));
        }
    }

    @Test
    void onlyOwnersConfigureUnlessOthersMayToo() {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");
        assertThat(refusal(scene, "bob", scene.entry(Map.of())).kind()).isEqualTo(Kind.FORBIDDEN);

        for (var who : List.of("anyAccount", "anybody")) {
            var open = CoreScene.with("{policies: {configuredBy: %s}}".formatted(who));
            open.register("alice", "widget");
            var actor = who.equals("anybody") ? new Actor(Optional.empty(), Optional.empty()) : open.actor("bob");

            assertThat(open.core().policyDesk())
                    .satisfies(desk -> assertThat(desk.add(actor, "widget", open.entry(Map.of())))
                            .isNotNull());
        }
    }

    @Test
    void anUnknownPackageHasNoPolicies() {
        var scene = CoreScene.strict();

        assertThat(refusal(scene, "alice", scene.entry(Map.of())).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void oneIdentityMayPublishSeveralPackagesUpToTheLimit() {
        var scene = CoreScene.strict().withPolicy("widget").withPolicy("gadget");
        var token = scene.granted(scene.claims());
        assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
        assertThat(scene.upload(token, "gadget", "1", "y")).isEmpty();

        var limited = CoreScene.with("{policies: {packagesPerIdentity: 1}}").withPolicy("gadget");
        limited.register("alice", "widget");
        assertThat(refusal(limited, "alice", limited.entry(Map.of())).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void onePackageMayHaveSeveralPoliciesUpToTheLimit() {
        var scene = CoreScene.strict().withPolicy("widget");
        scene.policy("widget", Map.of("workflow", "other.yml"));
        var ref = "octo/widget/.github/workflows/other.yml@refs/heads/main";
        assertThat(scene.refusal(scene.claims(Map.of("workflow_ref", ref, "job_workflow_ref", ref))))
                .isEmpty();

        var limited = CoreScene.with("{policies: {policiesPerPackage: 1}}").withPolicy("widget");
        assertThat(refusal(limited, "alice", limited.entry(Map.of("workflow", "other.yml")))
                        .kind())
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aSharedEntryKeepsTheOldId() {
        var scene = CoreScene.with("{policies: {sameIdentity: shared}}").withPolicy("widget");
        scene.owner("octo", 1002);
        scene.register("alice", "gadget");
        scene.policy("gadget", Map.of());

        assertThat(scene.refusal(scene.claims(Map.of("repository_owner_id", "1002"))))
                .contains(Reason.CLAIM_MISMATCH);
        assertThat(refusal(scene, "alice", scene.entry(Map.of())).kind()).isEqualTo(Kind.CONFLICT);
    }

    private static ConfigurationRefused refusal(CoreScene scene, String account, PolicyEntry entry) {
        try {
            scene.core().policyDesk().add(scene.actor(account), "widget", entry);
        } catch (ConfigurationRefused refused) {
            return refused;
        }
        throw new AssertionError("the policy was made");
    }
}
