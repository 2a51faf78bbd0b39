package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.core.registry.RegistryToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongLivedTokenTest {

    @Test
    void longLivedTokensWorkForTheirAccountsPackages() {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");
        scene.register("alice", "gadget");
        var wide = longLived(scene, "alice", Optional.empty());
        var narrow = longLived(scene, "alice", Optional.of("widget"));
        var bobs = longLived(scene, "bob", Optional.empty());

        assertThat(scene.upload(wide, "widget", "1", "x")).isEmpty();
        assertThat(scene.upload(narrow, "widget", "2", "x")).isEmpty();
        assertThat(scene.upload(narrow, "gadget", "1", "x")).containsExactly(Objection.PACKAGE_OUT_OF_SCOPE);
        assertThat(scene.upload(bobs, "widget", "3", "x")).containsExactly(Objection.ACCOUNT_WITHOUT_RIGHTS);
        assertThat(scene.upload(bobs, "brand-new", "1", "x")).isEmpty();
        assertThat(scene.upload(narrow, "other-new", "1", "x")).containsExactly(Objection.CANNOT_CREATE);
        assertThat(scene.upload(bobs, "bad name", "1", "x")).containsExactly(Objection.NAME_REFUSED);
    }

    @Test
    void aPackageCanShutLongLivedTokensOut() throws ConfigurationRefused {
        for (var offered : List.of("offered", "withoutEffect")) {
            var scene = CoreScene.with("{tokens: {packageSwitch: %s}}".formatted(offered))
                    .withPolicy("widget");
            var token = longLived(scene, "alice", Optional.empty());
            scene.core().packageDesk().refuseLongLivedTokens(scene.actor("alice"), "widget", true);
            assertThat(scene.core().packageDesk().view("widget").longLivedTokensRefused())
                    .isTrue();

            assertThat(scene.upload(token, "widget", "1", "x").isEmpty()).isEqualTo(offered.equals("withoutEffect"));
            assertThat(scene.upload(scene.granted(scene.claims()), "widget", "2", "x"))
                    .isEmpty();
            scene.core().packageDesk().refuseLongLivedTokens(scene.actor("alice"), "widget", false);
            assertThat(scene.upload(token, "widget", "3", "x")).isEmpty();
        }
        var without = CoreScene.with("{tokens: {packageSwitch: notOffered}}").withPolicy("widget");
        assertThatThrownBy(() ->
                        without.core().packageDesk().refuseLongLivedTokens(without.actor("alice"), "widget", true))
                .isInstanceOf(ConfigurationRefused.class);
    }

    @Test
    void theSwitchOutlivesThePoliciesOnlyWhereItIsNotBoundToThem() throws ConfigurationRefused {
        for (var offered : List.of("offered", "withAPolicy")) {
            var scene = CoreScene.with("{tokens: {packageSwitch: %s}}".formatted(offered));
            scene.register("alice", "widget");
            var policy = scene.policy("widget", Map.of());
            var token = longLived(scene, "alice", Optional.empty());
            scene.core().packageDesk().refuseLongLivedTokens(scene.actor("alice"), "widget", true);
            assertThat(scene.upload(token, "widget", "1", "x")).isNotEmpty();

            scene.core().policyDesk().remove(scene.actor("alice"), "widget", policy);

            assertThat(scene.upload(token, "widget", "2", "x").isEmpty()).isEqualTo(offered.equals("withAPolicy"));
        }
    }

    @Test
    void abolishedTokensAreDead() {
        var scene = CoreScene.with("{tokens: {longLived: abolished}}");
        scene.register("alice", "widget");
        var token = longLived(scene, "alice", Optional.empty());

        assertThat(scene.core().credentials().withId(token.id())).isEmpty();
    }

    private static RegistryToken longLived(CoreScene scene, String account, Optional<String> packageName) {
        try {
            return scene.core().packageDesk().issueLongLivedToken(scene.actor(account), packageName);
        } catch (ConfigurationRefused refused) {
            throw new IllegalStateException(refused);
        }
    }
}
