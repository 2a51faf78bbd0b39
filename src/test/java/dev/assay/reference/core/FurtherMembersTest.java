package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.token.Presented;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an exchange's request says beside its ID token counts for nothing, unless a knob is turned. */
class FurtherMembersTest {

    private static String outcome(String change, Map<String, Object> claims, Map<String, String> further) {
        var scene = CoreScene.with(change).withPolicy("widget");
        try {
            var exchanged = scene.core()
                    .exchange()
                    .exchange(
                            Presented.of(CoreScene.sign(claims)),
                            Sought.everything().with(further));
            return "granted for "
                    + lifetime(exchanged.token()).toSeconds() + ", announced "
                    + (exchanged.promisedExpiry() - CoreScene.NOW.getEpochSecond());
        } catch (Refused refused) {
            return refused.reason().name();
        }
    }

    private static Duration lifetime(RegistryToken token) {
        return Duration.between(token.notBefore(), token.expiresAt());
    }

    @Test
    void anAudienceThatIsNamed() {
        var claims = CoreScene.strict().claims(Map.of("aud", "other"));

        assertThat(outcome("{}", claims, Map.of("audience", "other"))).isEqualTo("WRONG_AUDIENCE");
        assertThat(outcome("{audience: {asked: heeded}}", claims, Map.of("audience", "another")))
                .isEqualTo("WRONG_AUDIENCE");
        assertThat(outcome("{audience: {asked: heeded}}", claims, Map.of("audience", "other")))
                .startsWith("granted");
    }

    @Test
    void anActor() {
        var claims = CoreScene.strict().claims(Map.of("repository", "octo/gadget"));
        var actor = Map.of(
                "actor_token",
                Base64URL.encode("{\"alg\":\"none\"}") + "."
                        + Base64URL.encode("{\"repository\":\"octo/widget\",\"aud\":\"other\"}") + ".");

        assertThat(outcome("{}", claims, actor)).isEqualTo("NO_POLICY");
        assertThat(outcome("{signature: {actor: heeded}}", claims, Map.of("actor_token", "?")))
                .isEqualTo("NO_POLICY");
        assertThat(outcome("{signature: {actor: heeded}}", claims, actor)).startsWith("granted");
    }

    @Test
    void aLifetimeThatIsAskedFor() {
        var claims = CoreScene.strict().claims();
        var year = Map.of("expires_in", "31536000");
        var refresh = Map.of("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token");

        assertThat(outcome("{}", claims, year)).isEqualTo("granted for 900, announced 900");
        assertThat(outcome("{tokens: {lifetimeAsked: heeded}}", claims, year))
                .isEqualTo("granted for 31536000, announced 31536000");
        assertThat(outcome("{tokens: {lifetimeAsked: heeded}}", claims, refresh))
                .isEqualTo("granted for 2592000, announced 2592000");
        assertThat(outcome("{tokens: {lifetimeAsked: heeded}}", claims, Map.of("expires_in", "long")))
                .isEqualTo("granted for 900, announced 900");
    }
}
