package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.failure.ServerFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingTest {

    private static final String AT_MINT = "{pending: {converts: atMint, existingPackage: refused}}";

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
    void aPackageIsBornAtItsFirstUpload() {
        var scene = CoreScene.strict();
        scene.pending("alice", "Newborn");
        var token = scene.granted(scene.claims());
        assertThat(exists(scene, "newborn")).isFalse();
        assertThat(pending(scene)).isEqualTo(1);

        assertThat(scene.upload(token, "newborn", "1", "x")).isEmpty();

        assertThat(exists(scene, "newborn")).isTrue();
        assertThat(pending(scene)).isZero();
        assertThat(scene.upload(token, "newborn", "2", "y")).isEmpty();
        assertThat(scene.upload(scene.granted(scene.claims()), "newborn", "3", "z"))
                .isEmpty();
    }

    @Test
    void aPackageIsBornAtTheMintWhereTheBehaviourSaysSo() {
        var scene = CoreScene.with(AT_MINT);
        scene.pending("alice", "newborn");

        var token = scene.granted(scene.claims());

        assertThat(exists(scene, "newborn")).isTrue();
        assertThat(pending(scene)).isZero();
        assertThat(scene.upload(token, "newborn", "1", "x")).isEmpty();
    }

    @Test
    void itOpensNoOtherNameUnlessNamesAreComparedLoosely() {
        var scene = CoreScene.strict();
        var loose = CoreScene.with("{pending: {opens: prefix}}");
        scene.pending("alice", "newborn");
        loose.pending("alice", "newborn");

        assertThat(scene.upload(scene.granted(scene.claims()), "newborn-evil", "1", "x"))
                .containsExactly(Objection.CANNOT_CREATE);
        assertThat(loose.upload(loose.granted(loose.claims()), "newborn-evil", "1", "x"))
                .isEmpty();
    }

    @Test
    void namingRulesApplyUnlessTheyAreSkipped() {
        var scene = CoreScene.with("{pending: {opens: prefix}}");
        var careless = CoreScene.with("{pending: {opens: prefix, namingRules: ignored}}");
        scene.pending("alice", "new");
        careless.pending("alice", "new");

        assertThat(scene.upload(scene.granted(scene.claims()), "new name", "1", "x"))
                .containsExactly(Objection.NAME_REFUSED);
        assertThat(careless.upload(careless.granted(careless.claims()), "new name", "1", "x"))
                .isEmpty();
    }

    @Test
    void somebodyElsesRegistrationEndsIt() {
        var scene = CoreScene.strict();
        scene.pending("alice", "newborn");
        var token = scene.granted(scene.claims());

        scene.register("bob", "newborn");

        assertThat(pending(scene)).isZero();
        assertThat(scene.upload(token, "newborn", "1", "x")).contains(Objection.POLICY_DOES_NOT_COVER);
        assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
    }

    @Test
    void onesOwnRegistrationMayLeaveItBehind() {
        var scene = CoreScene.with("{pending: {registration: dropsOthers, existingPackage: refused}}");
        scene.pending("alice", "newborn");
        scene.pending("bob", "newborn");

        scene.register("alice", "newborn");

        assertThat(pending(scene)).isEqualTo(1);
        assertThat(scene.refusal(scene.claims())).contains(Reason.PACKAGE_EXISTS);
        assertThat(pending(scene)).isZero();
        assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
    }

    @Test
    void aSurvivingEntryTakesThePackageOverOrIsIgnored() {
        for (var existing : List.of("granted", "ignored")) {
            var scene = CoreScene.with("{pending: {registration: keeps, existingPackage: %s}}".formatted(existing));
            scene.pending("mallory", "newborn");
            scene.register("bob", "newborn");

            if (existing.equals("granted")) {
                assertThat(scene.upload(scene.granted(scene.claims()), "newborn", "1", "x"))
                        .isEmpty();
            } else {
                assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
            }
        }
    }

    @Test
    void aNameIsReservedOnlyWhereTheBehaviourReservesIt() throws ConfigurationRefused {
        var scene = CoreScene.with("{pending: {reservesName: true}}");
        scene.pending("mallory", "newborn");

        assertThatThrownBy(() -> scene.core().packageDesk().register(scene.actor("bob"), "newborn"))
                .isInstanceOf(ConfigurationRefused.class);
        assertThat(scene.core().packageDesk().register(scene.actor("mallory"), "newborn"))
                .isNotNull();
    }

    @Test
    void aMatchingEntryAndAUsedTokenAreRefusedOrFatal() {
        for (var change : List.of("{}", "{pending: {usedToken: serverError}}")) {
            var scene = CoreScene.with(change).withPolicy("widget");
            var claims = scene.claims();
            scene.granted(claims);
            scene.pending("alice", "newborn");

            if (change.equals("{}")) {
                assertThat(scene.refusal(claims)).contains(Reason.ALREADY_USED);
            } else {
                assertThatThrownBy(() -> scene.refusal(claims)).isInstanceOf(ServerFault.class);
            }
        }
    }

    @Test
    void aUsedTokenIsAsGoodAsAFreshOneWhereTheBehaviourForgivesIt() {
        var scene = CoreScene.with("{pending: {usedToken: accepted}}").withPolicy("widget");
        var ofPolicy = scene.claims();
        scene.granted(ofPolicy);
        assertThat(scene.refusal(ofPolicy)).contains(Reason.ALREADY_USED);
        scene.pending("alice", "newborn");
        var claims = scene.claims();
        scene.granted(claims);

        assertThat(scene.refusal(claims)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repository, repository, octo/gadget",
        "ids, repository_owner_id, 9009",
        "ids, repository_id, 9009",
        "workflow, workflow_ref, octo/widget/.github/workflows/build.yml@refs/heads/main",
        "workflowEnding, workflow_ref, octo/widget/.github/workflows/release.ymlx.yml@refs/heads/main",
        "trigger, event_name, workflow_run",
        "environment, environment, staging"
    })
    void anEntryIsComparedLikeAPolicyUnlessTheBehaviourOverlooksSomething(String aspect, String claim, String value)
            throws ConfigurationRefused {
        var strict = CoreScene.strict();
        var lax = CoreScene.with("{pending: {overlooks: [%s]}}".formatted(aspect));
        for (var scene : List.of(strict, lax)) {
            var entry = scene.entry(Map.of("environment", "release"));
            scene.core().policyDesk().addPending(scene.actor("alice"), "newborn", entry);
        }
        var changed = new HashMap<>(Map.of("environment", "release"));
        changed.put(claim, value);

        assertThat(strict.refusal(strict.claims(changed))).contains(Reason.NO_POLICY);
        assertThat(lax.refusal(lax.claims(changed))).isEmpty();
    }

    @Test
    void theEndOfAWorkflowFileIsAllThatCanBeOverlookedOfIt() {
        var scene = CoreScene.with("{pending: {overlooks: [workflowEnding]}}");
        scene.pending("alice", "newborn");
        var other = "octo/widget/.github/workflows/prerelease.yml@refs/heads/main";

        assertThat(scene.refusal(scene.claims(Map.of("workflow_ref", other, "job_workflow_ref", other))))
                .contains(Reason.NO_POLICY);
    }

    @Test
    void aTokenFromBeforeARegistrationMayOutliveIt() {
        var scene = CoreScene.with("{pending: {registration: keeps, existingPackage: grantedToOldTokens}}");
        scene.pending("mallory", "newborn");
        var token = scene.granted(scene.claims());

        scene.register("bob", "newborn");

        assertThat(scene.refusal(scene.claims())).contains(Reason.NO_POLICY);
        assertThat(scene.upload(token, "newborn", "1", "x")).isEmpty();
    }

    @Test
    void anEntryForAnExistingPackageIsTakenOnlyWhereTheBehaviourTakesIt() {
        var scene = CoreScene.with("{pending: {existingNames: true, existingPackage: granted}}");
        scene.register("bob", "taken");

        scene.pending("mallory", "taken");

        assertThat(scene.upload(scene.granted(scene.claims()), "taken", "1", "x"))
                .isEmpty();
    }

    @Test
    void entriesAreLimitedAndListed() throws ConfigurationRefused {
        var scene = CoreScene.strict();
        for (var name : List.of("one", "two", "three")) {
            scene.pending("alice", name);
        }

        assertThat(scene.core().policyDesk().pending(scene.actor("alice"))).hasSize(3);
        assertThat(scene.core().policyDesk().pending(scene.actor("bob"))).isEmpty();
        assertThat(kind(scene, "alice", "four")).isEqualTo(Kind.CONFLICT);
        assertThat(kind(scene, "bob", "no good")).isEqualTo(Kind.INVALID);
        scene.register("alice", "taken");
        assertThat(kind(scene, "bob", "taken")).isEqualTo(Kind.INVALID);
    }

    @Test
    void oneIdentityHasOnePendingEntryWhereIdentitiesAreShared() {
        var scene = CoreScene.with("{policies: {sameIdentity: shared}}");
        scene.pending("alice", "one");

        assertThat(kind(scene, "bob", "two")).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void withoutPendingPublishersThereIsNothingToEnter() {
        assertThat(kind(CoreScene.with("{pending: {offered: false}}"), "alice", "one"))
                .isEqualTo(Kind.NOT_OFFERED);
    }

    @Test
    void newPackagesCanBeSwitchedOff() {
        var scene = CoreScene.with("{pending: {converts: atMint}, switches: {newPackages: false}}");
        scene.pending("alice", "newborn");

        assertThat(scene.refusal(scene.claims())).contains(Reason.PACKAGE_NAME_REFUSED);
    }

    private static Kind kind(CoreScene scene, String account, String name) {
        try {
            scene.core().policyDesk().addPending(scene.actor(account), name, scene.entry(Map.of()));
        } catch (ConfigurationRefused refused) {
            return refused.kind();
        }
        throw new AssertionError("the entry was made");
    }
}
