package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of workloads and registry tokens where there are several policies, or were. */
class SeveralPoliciesTest {
    private static final String NIGHTLY = "octo/widget/.github/workflows/nightly.yml@refs/heads/main";
    private static final Map<String, String> RELEASE_IN_STAGING = Map.of("environment", "staging");

    private static CoreScene twoPolicies(String change, Map<String, String> second) {
        var scene = CoreScene.with(change);
        scene.register("alice", "widget");
        scene.policy("widget", Map.of("environment", "release"));
        scene.policy("widget", second);
        return scene;
    }

    private static CoreScene twoPolicies(String change) {
        return twoPolicies(change, Map.of("workflow", "nightly.yml", "environment", "staging"));
    }

    private static boolean isGranted(CoreScene scene, Map<String, String> different) {
        return scene.refusal(scene.claims(different)).isEmpty();
    }

    @Test
    void aJobHasToFitOnePolicyAsAWhole() {
        var scene = twoPolicies("{}");

        assertThat(isGranted(scene, RELEASE_IN_STAGING)).isFalse();
        assertThat(isGranted(scene, Map.of("environment", "release"))).isTrue();
        assertThat(isGranted(
                        scene, Map.of("environment", "staging", "workflow_ref", NIGHTLY, "job_workflow_ref", NIGHTLY)))
                .isTrue();
    }

    @Test
    void whereFieldsAreMixedAJobFitsTwoPoliciesByHalf() {
        var mixed = "{policies: {fields: ofAnyPolicy}}";

        assertThat(isGranted(twoPolicies(mixed), RELEASE_IN_STAGING)).isTrue();
        assertThat(isGranted(twoPolicies(mixed, Map.of("workflow", "nightly.yml")), RELEASE_IN_STAGING))
                .isTrue();
        assertThat(isGranted(twoPolicies(mixed), Map.of("environment", "test"))).isFalse();
    }

    @Test
    void fieldsAreNotMixedWithThoseOfAnotherPackage() {
        var scene = CoreScene.with("{policies: {fields: ofAnyPolicy}}");
        scene.register("alice", "widget");
        scene.register("alice", "gadget");
        scene.policy("widget", Map.of("environment", "release"));
        scene.policy("gadget", Map.of("workflow", "nightly.yml", "environment", "staging"));

        assertThat(isGranted(scene, RELEASE_IN_STAGING)).isFalse();
    }

    @Test
    void onlyTheNewestOrTheOldestMayBeHeeded() {
        var release = Map.of("environment", "release");
        var nightly = Map.of("environment", "staging", "workflow_ref", NIGHTLY, "job_workflow_ref", NIGHTLY);

        assertThat(isGranted(twoPolicies("{policies: {heeded: newest}}"), release))
                .isFalse();
        assertThat(isGranted(twoPolicies("{policies: {heeded: newest}}"), nightly))
                .isTrue();
        assertThat(isGranted(twoPolicies("{policies: {heeded: oldest}}"), release))
                .isTrue();
        assertThat(isGranted(twoPolicies("{policies: {heeded: oldest}}"), nightly))
                .isFalse();
    }

    @Test
    void aTokenDiesWithItsOwnPolicyUnlessAnotherMakesUpForIt() throws ConfigurationRefused {
        for (var after : List.of("dead", "aliveWithAnother")) {
            var scene = CoreScene.with("{tokens: {afterRemoval: %s}}".formatted(after));
            scene.register("alice", "widget");
            var first = scene.policy("widget", Map.of());
            var second = scene.policy("widget", Map.of("workflow", "nightly.yml"));
            var token = scene.granted(scene.claims());
            var desk = scene.core().policyDesk();

            desk.remove(scene.actor("alice"), "widget", first);
            var isAlive = after.equals("aliveWithAnother");
            assertThat(scene.core().credentials().withId(token.id()).isPresent())
                    .isEqualTo(isAlive);
            assertThat(scene.upload(token, "widget", "1", "x").isEmpty()).isEqualTo(isAlive);

            desk.remove(scene.actor("alice"), "widget", second);
            assertThat(scene.core().credentials().withId(token.id())).isEmpty();
            assertThat(scene.upload(token, "widget", "2", "x")).isNotEmpty();
        }
    }

    @Test
    void aNewPolicyHasTheEnvironmentOfARemovedOneOnlyWhereThatIsRevived() throws ConfigurationRefused {
        for (var same : List.of("separate", "revived")) {
            var scene = CoreScene.with("{policies: {sameIdentity: %s}}".formatted(same));
            scene.register("alice", "widget");
            var wide = scene.policy("widget", Map.of());
            scene.core().policyDesk().remove(scene.actor("alice"), "widget", wide);
            scene.policy("widget", Map.of("environment", "release"));

            assertThat(isGranted(scene, Map.of())).isEqualTo(same.equals("revived"));
            assertThat(isGranted(scene, Map.of("environment", "release"))).isTrue();
        }
    }

    @Test
    void aTokenDiesForAPackageUnlessAnotherMakesUpForIt() throws ConfigurationRefused {
        for (var after : List.of("dead", "aliveWithAnotherPackage")) {
            var scene = CoreScene.with("{tokens: {afterRemoval: %s}}".formatted(after));
            scene.register("alice", "widget");
            scene.register("alice", "gadget");
            var first = scene.policy("widget", Map.of());
            var second = scene.policy("gadget", Map.of());
            var token = scene.granted(scene.claims());
            var desk = scene.core().policyDesk();

            desk.remove(scene.actor("alice"), "widget", first);
            assertThat(scene.upload(token, "gadget", "1", "x")).isEmpty();
            assertThat(scene.upload(token, "widget", "1", "x").isEmpty()).isEqualTo(!after.equals("dead"));

            desk.remove(scene.actor("alice"), "gadget", second);
            assertThat(scene.upload(token, "widget", "2", "x")).isNotEmpty();
        }
    }

    @Test
    void aTokenReachesPackagesOfTheSameWorkflowOnlyWhereTheBehaviourSaysSo() {
        for (var scope : List.of("policy", "packagesOfTheSameWorkflow")) {
            var scene = CoreScene.with("{tokens: {scope: %s}}".formatted(scope));
            scene.register("alice", "widget");
            scene.register("alice", "gadget");
            scene.register("alice", "gizmo");
            scene.policy("widget", Map.of());
            scene.policy("gadget", Map.of("environment", "release"));
            scene.policy("gizmo", Map.of("workflow", "nightly.yml"));
            var token = scene.granted(scene.claims());

            assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
            assertThat(scene.upload(token, "gadget", "1", "x").isEmpty()).isEqualTo(!scope.equals("policy"));
            assertThat(scene.upload(token, "gizmo", "1", "x")).isNotEmpty();
        }
    }

    @Test
    void aPolicyIsRemovedByWayOfItsOwnPackageUnlessItsIdIsEnough() throws ConfigurationRefused {
        for (var removal : List.of("ofThePackagesOwn", "ofAnyId")) {
            var scene = CoreScene.with("{policies: {removal: %s}}".formatted(removal));
            scene.register("alice", "widget");
            scene.register("bob", "bobs");
            var id = scene.policy("widget", Map.of());
            var desk = scene.core().policyDesk();

            if (removal.equals("ofAnyId")) {
                desk.remove(scene.actor("bob"), "bobs", id);
                assertThat(isGranted(scene, Map.of())).isFalse();
            } else {
                assertThatThrownBy(() -> desk.remove(scene.actor("bob"), "bobs", id))
                        .isInstanceOf(ConfigurationRefused.class);
                assertThat(isGranted(scene, Map.of())).isTrue();
            }
            assertThatThrownBy(() -> desk.remove(scene.actor("bob"), "bobs", UUID.randomUUID()))
                    .isInstanceOf(ConfigurationRefused.class);
        }
    }

    @Test
    void policiesGoWithTheirPackageUnlessTheyAreKeptForTheNext() throws ConfigurationRefused {
        for (var after : List.of("forgotten", "kept")) {
            var scene = CoreScene.with("{policies: {afterPackage: %s}}".formatted(after));
            scene.withPolicy("widget");
            scene.core().packageDesk().remove(scene.actor("alice"), "widget");
            scene.register("bob", "widget");

            assertThat(isGranted(scene, Map.of())).isEqualTo(after.equals("kept"));
        }
    }

    @Test
    void aSubjectThatFittedOnceMayBeLetInFromThenOn() {
        for (var memory : List.of("none", "bySubject")) {
            var scene =
                    CoreScene.with("{policies: {memory: %s}}".formatted(memory)).withPolicy("widget");
            var nightly = Map.of("workflow_ref", NIGHTLY, "job_workflow_ref", NIGHTLY);
            assertThat(isGranted(scene, nightly)).isFalse();
            assertThat(isGranted(scene, Map.of())).isTrue();

            assertThat(isGranted(scene, nightly)).isEqualTo(memory.equals("bySubject"));
            assertThat(isGranted(scene, Map.of("sub", "another", "workflow_ref", NIGHTLY)))
                    .isFalse();
        }
    }
}
