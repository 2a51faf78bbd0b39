package dev.assay.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.identity.forgery.Attacker;
import dev.assay.identity.key.SigningKey;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.identity.workload.Enterprise;
import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.ReusableWorkflow;
import dev.assay.identity.workload.Runner;
import dev.assay.identity.workload.SubjectForm;
import dev.assay.identity.workload.Visibility;
import dev.assay.identity.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of GitHub's tokens: https://docs.github.com/en/actions/reference/security/oidc, and a capture in di/id. */
class GitHubTokenTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final List<String> ALWAYS = List.of(
            "jti",
            "sub",
            "aud",
            "ref",
            "sha",
            "repository",
            "repository_owner",
            "repository_owner_id",
            "run_id",
            "run_number",
            "run_attempt",
            "check_run_id",
            "repository_visibility",
            "repository_id",
            "actor_id",
            "actor",
            "workflow",
            "head_ref",
            "base_ref",
            "event_name",
            "ref_protected",
            "ref_type",
            "workflow_ref",
            "workflow_sha",
            "job_workflow_ref",
            "job_workflow_sha",
            "runner_environment",
            "iss",
            "nbf",
            "exp",
            "iat");

    private final Workload workload =
            Workload.of(new Repository(new Owner("octo-org", 65), "octo-repo", 74, Visibility.PUBLIC), "release.yml");
    private final Issuer issuer = new Issuer(
            SigningKeys.shared().supply().next(), SigningKeys.shared().supply().next());
    private final TokenMint mint = new TokenMint(
            ProviderCatalogue.shipped().find("github-actions").orElseThrow(),
            issuer,
            () -> NOW,
            Attacker.withoutHost(issuer.otherKey()));

    private record Issuer(SigningKey signingKey, SigningKey otherKey) implements TokenIssuer {
        @Override
        public String issuer() {
            return "https://token.actions.githubusercontent.com";
        }

        @Override
        public String keySetUrl() {
            return issuer() + "/.well-known/jwks";
        }
    }

    @Test
    void headerHasFourMembersAndNoOthers() throws Exception {
        var header = new ObjectMapper().readTree(mint.mint(workload, "pypi").header());

        assertThat(header.fieldNames()).toIterable().containsExactlyInAnyOrder("typ", "alg", "kid", "x5t");
        assertThat(header.path("typ").asText()).isEqualTo("JWT");
        assertThat(header.path("alg").asText()).isEqualTo("RS256");
        assertThat(header.path("kid").asText()).isEqualTo(issuer.signingKey().keyId());
        assertThat(header.path("x5t").asText()).isEqualTo(issuer.signingKey().certificateThumbprint());
    }

    @Test
    void holdsEveryClaimThatIsAlwaysThereAndNoOthers() {
        assertThat(mint.mint(workload, "pypi").claims()).containsOnlyKeys(ALWAYS);
    }

    @Test
    void allClaimsAreStringsButTheTimes() {
        mint.mint(workload, "pypi").claims().forEach((name, value) -> {
            if (List.of("iat", "nbf", "exp").contains(name)) {
                assertThat(value.isIntegralNumber()).as(name).isTrue();
            } else {
                assertThat(value.isTextual()).as(name).isTrue();
            }
        });
    }

    @Test
    void claimsSayWhoTheJobIs() {
        var claims = text(mint.mint(workload.withRunner(Runner.SELF_HOSTED), "pypi"));

        assertThat(claims)
                .containsEntry("iss", "https://token.actions.githubusercontent.com")
                .containsEntry("aud", "pypi")
                .containsEntry("sub", "repo:octo-org/octo-repo:ref:refs/heads/main")
                .containsEntry("repository", "octo-org/octo-repo")
                .containsEntry("repository_id", "74")
                .containsEntry("repository_owner", "octo-org")
                .containsEntry("repository_owner_id", "65")
                .containsEntry("repository_visibility", "public")
                .containsEntry("workflow_ref", "octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main")
                .containsEntry("job_workflow_ref", "octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main")
                .containsEntry("runner_environment", "self-hosted")
                .containsEntry("event_name", "push")
                .containsEntry("ref_type", "branch")
                .containsEntry("head_ref", "");
    }

    @Test
    void isValidForFiveMinutesAndFiveMinutesBack() {
        var token = mint.mint(workload, "pypi");

        assertThat(text(token))
                .containsEntry("iat", Long.toString(NOW.getEpochSecond()))
                .containsEntry("nbf", Long.toString(NOW.getEpochSecond() - 300))
                .containsEntry("exp", Long.toString(NOW.getEpochSecond() + 300));
        assertThat(token.issuedAt()).isEqualTo(NOW);
        assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void namesItsEnvironmentWhenThereIsOne() {
        var token = mint.mint(workload.withEnvironment("prod:eu"), "pypi");

        assertThat(token.claim("environment")).contains("prod:eu");
        assertThat(token.claim("environment_node_id")).isPresent();
        assertThat(token.claim("sub")).contains("repo:octo-org/octo-repo:environment:prod%3Aeu");
    }

    @Test
    void namesEnterpriseAndCustomProperties() {
        var enterprise =
                workload.withEnterprise(new Enterprise("octo-inc", 345)).withProperty("team", "release");

        assertThat(text(mint.mint(enterprise, "pypi")))
                .containsEntry("enterprise", "octo-inc")
                .containsEntry("enterprise_id", "345")
                .containsEntry("repo_property_team", "release");
    }

    @Test
    void immutableSubjectHoldsTheIds() {
        var immutable = workload.withSubjectForm(SubjectForm.IMMUTABLE);

        assertThat(mint.mint(immutable, "pypi").claim("sub"))
                .contains("repo:octo-org@65/octo-repo@74:ref:refs/heads/main");
    }

    @ParameterizedTest
    @CsvSource({
        "push, refs/heads/main, branch, '', repo:octo-org/octo-repo:ref:refs/heads/main",
        "release, refs/tags/v1.0.0, tag, '', repo:octo-org/octo-repo:ref:refs/tags/v1.0.0",
        "pull_request, refs/pull/1/merge, branch, main, repo:octo-org/octo-repo:pull_request",
        "pull_request_target, refs/heads/main, branch, main, repo:octo-org/octo-repo:pull_request",
        "workflow_run, refs/heads/main, branch, '', repo:octo-org/octo-repo:ref:refs/heads/main",
        "deployment, '', '', '', 'repo:octo-org/octo-repo:ref:'"
    })
    void eachEventHasItsRef(String event, String ref, String refType, String baseRef, String subject) {
        assertThat(text(mint.mint(workload.withEvent(event), "pypi")))
                .containsEntry("event_name", event)
                .containsEntry("ref", ref)
                .containsEntry("ref_type", refType)
                .containsEntry("base_ref", baseRef)
                .containsEntry("sub", subject);
    }

    @Test
    void deploymentsWorkflowReferenceEndsInTheCommit() {
        var deployment = workload.withEvent("deployment");

        assertThat(mint.mint(deployment, "pypi").claim("job_workflow_ref").orElseThrow())
                .endsWith("@" + deployment.start().sha());
    }

    @Test
    void reusableWorkflowDefinesTheJobButDoesNotCall() {
        var reusable = new ReusableWorkflow("octo-org/automation", "publish.yml", "refs/tags/v2", "f".repeat(40));

        assertThat(text(mint.mint(workload.withReusableWorkflow(reusable), "pypi")))
                .containsEntry("job_workflow_ref", "octo-org/automation/.github/workflows/publish.yml@refs/tags/v2")
                .containsEntry("job_workflow_sha", "f".repeat(40))
                .containsEntry("workflow_ref", "octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main")
                .containsEntry("repository", "octo-org/octo-repo");
    }

    @Test
    void unknownEventIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> mint.mint(workload.withEvent("pusch"), "pypi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pusch'")
                .hasMessageContaining("pull_request_target");
    }

    @Test
    void defaultAudienceIsTheOwnersUrl() {
        assertThat(mint.mint(TokenRequest.of(workload)).claim("aud")).contains("https://github.com/octo-org");
    }

    @Test
    void signatureVerifiesWithTheIssuersKey() throws Exception {
        var jwt = SignedJWT.parse(mint.mint(workload, "pypi").compact());

        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(jwt.verify(new RSASSAVerifier(issuer.signingKey().publicKey())))
                .isTrue();
    }

    @Test
    void eachTokenHasItsOwnIdUnlessOneIsKept() {
        var first = mint.mint(workload, "pypi");
        var second = mint.mint(workload, "pypi");
        var replayed = mint.mint(
                TokenRequest.of(workload, "pypi").withTokenId(first.claim("jti").orElseThrow()));

        assertThat(second.claim("jti")).isNotEqualTo(first.claim("jti"));
        assertThat(replayed.claim("jti")).isEqualTo(first.claim("jti"));
    }

    @Test
    void manyThreadsMayMintAtOnce() {
        var ids = IntStream.range(0, 100)
                .parallel()
                .mapToObj(number -> mint.mint(workload, "pypi").claim("jti").orElseThrow())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void requestsMaySetTimesKeyAndClaims() throws Exception {
        var token = mint.mint(TokenRequest.of(workload, "pypi")
                .withIssuedAt(NOW.minusSeconds(60))
                .withLifetime(Duration.ofHours(1))
                .withKey(issuer.otherKey())
                .withClaim("actor", TextNode.valueOf("mallory"))
                .withClaim("news", IntNode.valueOf(1))
                .withoutClaim("nbf"));

        assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(3540));
        assertThat(token.claim("actor")).contains("mallory");
        assertThat(token.claims()).containsEntry("news", IntNode.valueOf(1));
        assertThat(token.claims()).doesNotContainKey("nbf");
        assertThat(SignedJWT.parse(token.compact())
                        .verify(new RSASSAVerifier(issuer.otherKey().publicKey())))
                .isTrue();
    }

    @Test
    void neverShowsItsSignature() {
        var token = mint.mint(workload, "pypi");
        var parts = token.compact().split("\\.", -1);

        assertThat(token.toString()).contains("octo-org/octo-repo").doesNotContain(parts[2]);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo(token.payload());
    }

    private static Map<String, String> text(IdToken token) {
        return token.claims().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        (Map.Entry<String, JsonNode> claim) -> claim.getValue().asText()));
    }
}
