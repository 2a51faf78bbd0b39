package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.token.Presented;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondTokenTest {

    private final CoreScene scene = CoreScene.strict().withPolicy("widget");
    private final String forged =
            TestIssuer.sign(Scene.OTHER_KEY, "{\"alg\":\"RS256\",\"kid\":\"first\"}", Scene.write(scene.claims()));
    private final String genuine = CoreScene.sign(scene.claims(Map.of("repository", "octo/gadget", "jti", "another")));

    @Test
    void aForgedTokenIsRefused() {
        assertThatThrownBy(() -> exchange(Presented.of(forged))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> exchange(Presented.of(genuine))).isInstanceOf(Refused.class);
    }

    @Test
    void aForgedTokenIsBelievedWhereAnotherIsVerifiedInItsPlace() throws Refused {
        assertThat(exchange(new Presented(forged, Optional.of(genuine))).token().grants())
                .hasSize(1);
    }

    private Exchanged exchange(Presented presented) throws Refused {
        return scene.core().exchange().exchange(presented, Sought.everything());
    }
}
