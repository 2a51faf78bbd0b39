package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several policies of one package, and what a workload gets that fits one of them, or only all of them together. */
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
                        scene,
                        Map.of("environment", "staging", "workflow_ref", NIGHTLY, "job_workflow_ref", NIGHTLY)))
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
}
