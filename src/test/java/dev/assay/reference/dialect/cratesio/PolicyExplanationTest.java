package dev.assay.reference.dialect.cratesio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when no policy lets a genuine token in, word for word. */
class PolicyExplanationTest {

    private static final String CONFIG = "The Trusted Publishing config for repository `octo/widget` ";

    private final CratesScene crates = CratesScene.start();

    @BeforeEach
    void configure() {
        crates.withPolicy("widget");
    }

    @AfterEach
    void close() {
        crates.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull_request_target", "workflow_run"})
    void triggersOfOutsidersComeFirst(String event) {
        var claims = crates.claims("event_name", event);
        claims.put("repository", "octo/unknown");

        assertRefused(
                crates.exchange(claims),
                "Trusted Publishing does not support the `" + event + "` event trigger due to security concerns. Please"
                        + " use a different trigger such as `push`, `release`, or `workflow_dispatch`.");
    }

    @ParameterizedTest
    @CsvSource({
        "repository,octo",
        "workflow_ref,octo/widget/.github/workflows/release@refs/heads/main",
        "workflow_ref,octo/widget/.github/workflows/release.yml",
        "workflow_ref,octo/widget/.github/workflows/.yml@refs/heads/main",
        "workflow_ref,octo/widget/.github/workflows/release.yml@",
        "repository_owner_id,octo",
        "repository_owner_id,2147483648"
    })
    void whatCannotBeReadIsNamed(String claim, String value) {
        assertRefused(crates.exchange(crates.claims(claim, value)), "Unexpected `" + claim + "` value");
    }

    @Test
    void aRepositoryWithoutPolicyIsNamedAsSent() {
        assertRefused(
                crates.exchange(crates.claims("repository", "Octo/Gadget")),
                "No Trusted Publishing config found for repository `Octo/Gadget`.");
    }

    @Test
    void theNewHolderOfANameLearnsWhoWasExpected() {
        assertRefused(
                crates.exchange(crates.claims("repository_owner_id", "66")),
                CONFIG
                        + "does not match the repository owner ID (66) in the JWT. Expected owner IDs: 1001. Please recreate"
                        + " the Trusted Publishing config to update the repository owner ID.");
    }

    @Test
    void everyConfiguredFileIsNamed() {
        var second = crates.scene().policy();
        second.put("workflow", "nightly.yaml");
        crates.scene().policy("widget", second);

        assertRefused(
                crates.exchange(crates.claims("workflow_ref", "octo/widget/.github/workflows/x.yml@refs/heads/main")),
                CONFIG + "does not match the workflow filename `x.yml` in the JWT. Expected workflow filenames:"
                        + " `release.yml`, `nightly.yaml`");
    }

    @Test
    void theEnvironmentIsNamed() {
        var other = crates.scene().withPackage("other").policy();
        other.put("workflow", "deploy.yml");
        other.put("environment", "prod");
        crates.scene().policy("other", other);
        var claims = crates.claims("workflow_ref", "octo/widget/.github/workflows/deploy.yml@refs/heads/main");

        assertRefused(
                crates.exchange(claims),
                CONFIG + "requires an environment, but the JWT does not specify one. Expected environments: `prod`");
        claims.put("environment", "test");
        assertRefused(
                crates.exchange(claims),
                CONFIG + "does not match the environment `test` in the JWT. Expected environments: `prod`");
        claims.put("environment", "PROD");
        assertThat(crates.exchange(claims).status()).isEqualTo(200);
    }

    @Test
    void namesHaveNoCaseAndTheFolderIsNotLookedAt() {
        var claims = crates.claims("repository", "OCTO/Widget");
        claims.put("workflow_ref", "somebody/else/release.yml@x");

        assertThat(crates.exchange(claims).status()).isEqualTo(200);
    }

    @Test
    void gitLabsPoliciesLearnTheirNamespace() {
        configureGitLab(Map.of());
        assertThat(crates.exchange(crates.gitLabClaims()).status()).isEqualTo(200);

        var claims = crates.gitLabClaims();
        claims.put("namespace_id", "73");
        assertRefused(
                crates.exchange(claims),
                "The Trusted Publishing config for repository `my-group/my-project` does not match the namespace ID (73) in"
                        + " the JWT. Expected namespace IDs: 72. Please recreate the Trusted Publishing config to update the"
                        + " namespace ID.");
        claims = crates.gitLabClaims();
        claims.put("ci_config_ref_uri", "gitlab.com/my-group/my-project//ci/x.yml@refs/heads/main");
        assertRefused(
                crates.exchange(claims),
                "The Trusted Publishing config for repository `my-group/my-project` does not match the workflow filepath"
                        + " `ci/x.yml` in the JWT. Expected workflow filepaths: `.gitlab-ci.yml`");
    }

    @Test
    void aRefusedGitLabTokenTeachesNothing() {
        configureGitLab(Map.of("environment", "prod"));
        var claims = crates.gitLabClaims();
        claims.put("namespace_id", "99");
        assertThat(crates.exchange(claims).body()).contains("requires an environment");
        claims = crates.gitLabClaims();
        claims.put("environment", "prod");

        assertThat(crates.exchange(claims).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "project_path,my-project",
        "ci_config_ref_uri,gitlab.com/my-group/my-project//.yml@refs/heads/main",
        "ci_config_ref_uri,gitlab.com/my-group/my-project//a.yml@refs/heads/x@y"
    })
    void whatCannotBeReadOfGitLabIsNamed(String claim, String value) {
        var claims = crates.gitLabClaims();
        claims.put(claim, value);

        assertRefused(crates.exchange(claims), "Unexpected `" + claim + "` value");
    }

    private void configureGitLab(Map<String, String> more) {
        var policy = new java.util.LinkedHashMap<String, Object>(more);
        policy.put("provider", "gitlab");
        policy.put("namespace", "my-group");
        policy.put("project", "my-project");
        policy.put("workflow", ".gitlab-ci.yml");
        crates.scene().policy("widget", policy);
    }

    private static void assertRefused(Reply reply, String detail) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path(0).path("detail").asText()).isEqualTo(detail);
    }
}
