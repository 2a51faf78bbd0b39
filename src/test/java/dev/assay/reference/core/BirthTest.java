package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a pending publisher when its package is born. */
class BirthTest {

    private static final String OTHER_FILE = "octo/widget/.github/workflows/other.yml@refs/heads/main";

    private static final Map<String, String> OTHER_WORKFLOW =
            Map.of("workflow_ref", OTHER_FILE, "job_workflow_ref", OTHER_FILE);

    private static boolean exists(CoreScene scene, String name) {
        return scene.core()
                .state()
                .atomically(() -> scene.core().state().packages().find(name))
                .isPresent();
    }

    private static int pending(CoreScene scene) {
        return scene.core().state().policies().pending().size();
    }

    @Test
    void theConversionCanBeIncomplete() {
        var lost = CoreScene.with("{pending: {conversion: policyLost}}");
        lost.pending("alice", "newborn");
        var token = lost.granted(lost.claims());
        assertThat(lost.upload(token, "newborn", "1", "x")).isEmpty();
        assertThat(lost.refusal(lost.claims())).contains(Reason.NO_POLICY);

        var kept = CoreScene.with("{pending: {conversion: pendingKept, registration: keeps}}");
        kept.pending("alice", "newborn");
        assertThat(kept.upload(kept.granted(kept.claims()), "newborn", "1", "x"))
                .isEmpty();
        assertThat(pending(kept)).isEqualTo(1);

        var first = CoreScene.with("{pending: {conversion: packageFirst}}");
        first.pending("alice", "newborn");
        var early = first.granted(first.claims());
        assertThatThrownBy(() -> {
                    first.core().publishing().admit(early, "newborn");
                    throw new IllegalStateException("the file is broken");
                })
                .hasMessage("the file is broken");
        assertThat(exists(first, "newborn")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"environmentLost, environment, staging", "idsLost, repository_owner_id, 9009"})
    void theConversionCanForgetWhatTheEntrySays(String conversion, String claim, String value)
            throws ConfigurationRefused {
        var whole = CoreScene.strict();
        var lossy = CoreScene.with("{pending: {conversion: %s}}".formatted(conversion));
        var job = new HashMap<>(Map.of("environment", "release"));
        for (var scene : List.of(whole, lossy)) {
            var entry = scene.entry(job);
            scene.core().policyDesk().addPending(scene.actor("alice"), "newborn", entry);
            assertThat(scene.upload(scene.granted(scene.claims(job)), "newborn", "1", "x"))
                    .isEmpty();
        }
        job.put(claim, value);

        assertThat(whole.refusal(whole.claims(job))).contains(Reason.CLAIM_MISMATCH);
        assertThat(lossy.refusal(lossy.claims(job))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"atomic, alice, false", "allJoin, alice, true", "firstOwns, mallory, false"})
    void ofSeveralWhoWaitForANameOneGivesBirthUnlessTheBehaviourMixesThem(
            String conversion, String owner, boolean otherJoins) throws ConfigurationRefused {
        var scene = CoreScene.with("{pending: {conversion: %s}}".formatted(conversion));
        var other = Map.of("workflow", "other.yml");
        scene.core().policyDesk().addPending(scene.actor("mallory"), "newborn", scene.entry(other));
        scene.pending("alice", "newborn");
        var early = scene.granted(scene.claims(OTHER_WORKFLOW));

        assertThat(scene.upload(scene.granted(scene.claims()), "newborn", "1", "x"))
                .isEmpty();

        var born = scene.core().state().packages().find("newborn").orElseThrow();
        assertThat(born.owners()).containsExactly(owner);
        assertThat(scene.refusal(scene.claims(OTHER_WORKFLOW)).isEmpty()).isEqualTo(otherJoins);
        assertThat(scene.upload(early, "newborn", "2", "y").isEmpty()).isEqualTo(otherJoins);
        assertThat(pending(scene)).isZero();
    }
}
