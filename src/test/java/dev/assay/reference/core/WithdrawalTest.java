package dev.assay.reference.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.StoredFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    @Test
    void readersDoNotSeeAWithdrawnVersionAndItsNumberStaysTaken() throws Exception {
        var scene = scene("{publishing: {withdrawn: hidden}}");

        withdraw(scene, scene.actor("alice"), "1");

        assertThat(versions(scene)).containsExactly("2");
        assertThatThrownBy(() -> upload(scene, "1", "other")).isInstanceOf(UploadRefused.class);
        assertThat(versions(scene)).containsExactly("2");
    }

    @Test
    void theNumberOfAWithdrawnVersionIsFreeWhereItIsForgotten() throws Exception {
        var scene = scene("{publishing: {withdrawn: forgotten}}");

        withdraw(scene, scene.actor("alice"), "1");
        upload(scene, "1", "other");

        assertThat(versions(scene)).containsExactly("2", "1");
    }

    @Test
    void whatReplacesAWithdrawnVersionIsSeen() throws Exception {
        var scene = scene("{publishing: {replacement: replaces}}");

        withdraw(scene, scene.actor("alice"), "1");
        upload(scene, "1", "other");

        assertThat(versions(scene)).containsExactly("2", "1");
    }

    @Test
    void nobodyWithdrawsWhatIsNotThere() throws Exception {
        var scene = scene("{}");

        assertThatThrownBy(() -> withdraw(scene, scene.actor("alice"), "3"))
                .asInstanceOf(type(ConfigurationRefused.class))
                .extracting(ConfigurationRefused::kind)
                .isEqualTo(Kind.NOT_FOUND);
        withdraw(scene, scene.actor("alice"), "1");
        assertThatThrownBy(() -> withdraw(scene, scene.actor("alice"), "1")).isInstanceOf(ConfigurationRefused.class);
    }

    @Test
    void aVersionIsWithdrawnByItsOwnersAndWhereThatIsAllowedByRegistryTokens() throws Exception {
        for (var actions : new String[] {"publish", "publishAndUnlist", "manage"}) {
            var scene = scene("{tokens: {actions: %s}}".formatted(actions));
            var token = new Actor(Optional.empty(), Optional.of(scene.granted(scene.claims())));

            assertThatThrownBy(() -> withdraw(scene, scene.actor("mallory"), "1"))
                    .isInstanceOf(ConfigurationRefused.class);
            if (actions.equals("publish")) {
                assertThatThrownBy(() -> withdraw(scene, token, "1")).isInstanceOf(ConfigurationRefused.class);
            } else {
                withdraw(scene, token, "1");
            }

            assertThat(versions(scene)).hasSize(actions.equals("publish") ? 2 : 1);
        }
    }

    @Test
    void aTokenThatMayUnlistUnlistsVersionsOfItsOwnPackageOnly() throws Exception {
        var scene = scene("{tokens: {actions: publishAndUnlist}}");
        scene.register("bob", "bobs");
        var token = new Actor(Optional.empty(), Optional.of(scene.granted(scene.claims())));

        assertThatThrownBy(() -> scene.core().packageDesk().withdraw(token, "bobs", "1"))
                .asInstanceOf(type(ConfigurationRefused.class))
                .extracting(ConfigurationRefused::kind)
                .isEqualTo(Kind.FORBIDDEN);
    }

    private static CoreScene scene(String change) throws UploadRefused {
        var scene = CoreScene.with(change).withPolicy("widget");
        upload(scene, "1", "first");
        upload(scene, "2", "second");
        return scene;
    }

    private static void upload(CoreScene scene, String version, String content) throws UploadRefused {
        scene.core()
                .publishing()
                .store(
                        scene.granted(scene.claims()),
                        new Upload(
                                "widget",
                                version,
                                "widget-" + version,
                                new FileContent(content.getBytes(UTF_8)),
                                Map.of()));
    }

    private static void withdraw(CoreScene scene, Actor actor, String version) throws ConfigurationRefused {
        scene.core().packageDesk().withdraw(actor, "widget", version);
    }

    private static Iterable<String> versions(CoreScene scene) {
        return scene.core()
                .state()
                .atomically(() -> scene.core().state().packages().find("widget").orElseThrow().files().stream()
                        .map(StoredFile::version)
                        .toList());
    }
}
