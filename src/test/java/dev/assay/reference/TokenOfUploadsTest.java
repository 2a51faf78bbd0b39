package dev.assay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A registry token that is sent to the administration as it is sent along with uploads. */
class TokenOfUploadsTest {

    private static final String KNOB = "{tokens: {actions: manageSentAsWithUploads}}";

    @Test
    void doesNotManage() {
        try (var scene = Scene.of("strict").withPolicy("widget")) {
            assertThat(addsOwner(scene, basic(scene.registryToken()))).isEqualTo(403);
        }
    }

    @Test
    void managesIfTheAdministrationLooksForItThere() {
        try (var scene = Scene.of("strict", KNOB).withPolicy("widget")) {
            assertThat(addsOwner(scene, basic(scene.registryToken()))).isEqualTo(201);
        }
    }

    @Test
    void managesNothingWhereAnOwnersCredentialStands() {
        try (var scene = Scene.of("strict", KNOB).withPolicy("widget")) {
            assertThat(addsOwner(scene, "Bearer " + scene.registryToken())).isEqualTo(403);
        }
    }

    @Test
    void leavesTheOwnersCredentialItsPlace() {
        try (var scene = Scene.of("strict", KNOB).withPolicy("widget")) {
            assertThat(addsOwner(scene, "Bearer " + scene.session())).isEqualTo(201);
            assertThat(addsOwner(scene, "Basic nonsense")).isEqualTo(403);
        }
    }

    private static int addsOwner(Scene scene, String authorization) {
        return scene.send(
                        "POST",
                        "/_assay/packages/widget/owners",
                        Map.of("Authorization", authorization),
                        Buffer.buffer("{\"name\":\"mallory\"}"))
                .status();
    }

    private static String basic(String token) {
        var pair = "__token__:" + token;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
