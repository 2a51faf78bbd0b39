package dev.assay.reference.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.core.registry.FileContent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadNamesTest {

    @Test
    void theRightsToTheOuterNameAreNoRightsToTheInnerOne() {
        var scene = scene("agree");

        assertThatThrownBy(() -> upload(scene)).isInstanceOf(UploadRefused.class);
    }

    @Test
    void theInnerNameCountsWhereRightsAreAskedByTheOuterOne() throws UploadRefused {
        var scene = scene("rightsByOuterName");

        upload(scene);

        assertThat(scene.sizeOf("gadget", "1")).isEqualTo(5);
    }

    private static CoreScene scene(String names) {
        var scene = CoreScene.with("{publishing: {names: %s}}".formatted(names)).withPolicy("widget");
        scene.register("alice", "gadget");
        return scene;
    }

    private static void upload(CoreScene scene) throws UploadRefused {
        var token = scene.granted(scene.claims());
        var publishing = scene.core().publishing();
        publishing.admit(token, "widget");
        publishing.store(
                token, new Upload("gadget", "1", "gadget-1", new FileContent("other".getBytes(UTF_8)), Map.of()));
    }
}
