package dev.assay.reference.dialect.nuget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies for a repository that the forge does not show: its ids are learned from an ID token. */
class TemporaryPolicyTest {

    private final Scene scene = Scene.of("nuget").withPackage("Widget.Core");

    @BeforeEach
    void configure() {
        var policy = scene.policy();
        policy.put("repository", "secret");
        scene.policy("Widget.Core", policy);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theFirstTokenTeachesTheRepositorysId() {
        assertThat(exchange("2001", "release.yml").status()).isEqualTo(200);
        assertThat(exchange("2001", "release.yml").status()).isEqualTo(200);
        assertThat(exchange("2002", "release.yml").status()).isEqualTo(401);
    }

    @Test
    void soDoesATokenThatIsRefusedForItsWorkflow() {
        assertThat(exchange("2002", "other.yml").status()).isEqualTo(401);
        assertThat(exchange("2001", "release.yml").phrase())
                .isEqualTo("No matching trust policy owned by user 'alice' was found.");
    }

    @Test
    void afterSevenDaysWithoutTheIdThePolicyIsOver() {
        scene.advance(Duration.ofDays(7).toSeconds());

        assertThat(exchange("2001", "release.yml").phrase())
                .isEqualTo("The policy 'release' has expired. Sign in and renew the trust policy on the Trusted"
                        + " Publishing page.");
    }

    @Test
    void onceTheIdIsKnownThePolicyStays() {
        exchange("2001", "release.yml");
        scene.advance(Duration.ofDays(8).toSeconds());

        assertThat(exchange("2001", "release.yml").status()).isEqualTo(200);
    }

    private Reply exchange(String repositoryId, String workflow) {
        var claims = scene.claims("aud", Gallery.AUDIENCE);
        claims.put(
                "exp",
                (Long) requireNonNull(claims.get("exp")) + Duration.ofDays(30).toSeconds());
        claims.put("repository", "octo/secret");
        claims.put("repository_id", repositoryId);
        claims.put("job_workflow_ref", "octo/secret/.github/workflows/%s@refs/heads/main".formatted(workflow));
        var headers = Map.of(
                "Authorization", "Bearer " + scene.sign(claims),
                "Content-Type", "application/json",
                "User-Agent", "nuget/login-action");
        return scene.send(
                "POST", "/api/v2/token", headers, Buffer.buffer("{\"username\":\"alice\",\"tokenType\":\"ApiKey\"}"));
    }
}
