package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.Reason;
import java.util.Map;
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
    void idsResolvedAnewAtEachExchangeFollowTheName() {
        var scene = CoreScene.with("{providers: {github: {pins: {ownerId: {source: resolvedAtExchange}}}}}")
                .withPolicy("widget");
        scene.owner("octo", 1002);

        assertThat(scene.refusal(scene.claims(Map.of("repository_owner_id", "1002"))))
                .isEmpty();
        assertThat(scene.refusal(scene.claims())).contains(Reason.CLAIM_MISMATCH);
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
