package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.registry.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeIdTest {
    @Test
    void aResurrectedOwnerIsRefusedAndANewPolicyBindsTheNewId() {
        var scene = CoreScene.strict().withPolicy("widget");
        scene.owner("octo", 1002);
        scene.repository("octo", "widget", 2002);
        var claims = Map.of("repository_owner_id", "1002", "repository_id", "2002");
        assertThat(scene.refusal(scene.claims(claims))).contains(Reason.CLAIM_MISMATCH);

        scene.policy("widget", Map.of());
        assertThat(scene.refusal(scene.claims(claims))).isEmpty();
    }

    @Test
    void noPolicyIsMadeWhileTheForgeIsSilentUnlessOneMayDoWithoutIds() throws ConfigurationRefused {
        for (var silentForge : List.of("policyRefused", "policyWithoutIds", "idsNotCompared")) {
            var scene = silentForge(silentForge);
            scene.register("alice", "gadget");
            scene.forgeSilent(true);

            if (silentForge.equals("policyWithoutIds")) {
                assertThat(enter(scene).ids()).isEmpty();
            } else {
                assertThatThrownBy(() -> enter(scene)).isInstanceOf(ConfigurationRefused.class);
            }
            scene.forgeSilent(false);
            assertThat(enter(scene).ids()).isNotEmpty();
        }
    }

    @Test
    void idsAreComparedAlthoughTheForgeIsSilentUnlessItIsAskedEachTime() {
        for (var silentForge : List.of("policyRefused", "policyWithoutIds", "idsNotCompared")) {
            var scene = silentForge(silentForge).withPolicy("widget");
            scene.owner("octo", 1002);

            assertThat(refusalOfNewcomer(scene)).contains(Reason.CLAIM_MISMATCH);
            scene.forgeSilent(true);
            assertThat(refusalOfNewcomer(scene).isEmpty()).isEqualTo(silentForge.equals("idsNotCompared"));
            assertThat(scene.refusal(scene.claims())).isEmpty();
        }
    }

    private static Publisher enter(CoreScene scene) throws ConfigurationRefused {
        return scene.core().policyDesk().add(scene.actor("alice"), "gadget", scene.entry(Map.of()));
    }

    private static CoreScene silentForge(String outcome) {
        return CoreScene.with("{policies: {silentForge: %s}}".formatted(outcome));
    }

    @Test
    void idsResolvedAnewAtEachExchangeFollowTheName() {
        var scene = CoreScene.with("{providers: {github: {pins: {ownerId: {source: resolvedAtExchange}}}}}")
                .withPolicy("widget");
        scene.owner("octo", 1002);

        assertThat(scene.refusal(scene.claims(Map.of("repository_owner_id", "1002"))))
                .isEmpty();
        assertThat(scene.refusal(scene.claims())).contains(Reason.CLAIM_MISMATCH);
    }

    @Test
    void idsResolvedOnceMoreAfterAMismatchFollowTheName() {
        var scene = withSource("resolvedAtEntryAndAfterMismatch");
        scene.granted(scene.claims());
        assertThat(refusalOfNewcomer(scene)).contains(Reason.CLAIM_MISMATCH);
        assertThat(scene.refusal(scene.claims())).isEmpty();

        scene.owner("octo", 1002);
        assertThat(refusalOfNewcomer(scene)).contains(Reason.CLAIM_MISMATCH);
        assertThat(refusalOfNewcomer(scene)).isEmpty();
    }

    @Test
    void idsResolvedDailyFollowTheNameAfterADay() {
        var scene = withSource("resolvedAtEntryAndDaily");
        scene.granted(scene.claims());
        scene.owner("octo", 1002);

        scene.advance(86399);
        assertThat(refusalOfNewcomer(scene)).contains(Reason.CLAIM_MISMATCH);
        scene.advance(1);
        assertThat(refusalOfNewcomer(scene)).isEmpty();
        assertThat(scene.refusal(scene.claims())).contains(Reason.CLAIM_MISMATCH);
    }

    @Test
    void idsTrustedAfterThreeUsesAreNotComparedAnyMore() {
        var scene = withSource("resolvedAtEntryAndTrustedAfterThree");
        for (int i = 0; i < 3; i++) {
            assertThat(refusalOfNewcomer(scene)).contains(Reason.CLAIM_MISMATCH);
            scene.granted(scene.claims());
        }
        assertThat(refusalOfNewcomer(scene)).isEmpty();
    }

    private static CoreScene withSource(String source) {
        return CoreScene.with("{providers: {github: {pins: {ownerId: {source: %s}}}}}".formatted(source))
                .withPolicy("widget");
    }

    private static Optional<Reason> refusalOfNewcomer(CoreScene scene) {
        return scene.refusal(scene.claims(Map.of("repository_owner_id", "1002")));
    }

    @ParameterizedTest
    @CsvSource({"lockedOnFirstUse,false", "lockedByAnyAttempt,true"})
    void idsAreLockedByTheFirstUseOrByAnyAttempt(String source, boolean lockedByFailure) {
        var change = "{providers: {github: {pins: {ownerId: {source: %s}}}}}".formatted(source);
        var locked = CoreScene.with(change).withPolicy("widget");
        locked.granted(locked.claims());
        assertThat(locked.refusal(locked.claims(Map.of("repository_owner_id", "1002"))))
                .contains(Reason.CLAIM_MISMATCH);

        var attempted = CoreScene.with(change).withPolicy("widget");
        attempted.refusal(attempted.claims(Map.of("repository_owner_id", "666", "event_name", "workflow_run")));
        assertThat(attempted.refusal(attempted.claims()).isPresent()).isEqualTo(lockedByFailure);
    }
}
