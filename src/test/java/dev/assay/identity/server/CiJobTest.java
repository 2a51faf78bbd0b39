package dev.assay.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.identity.workload.Owner;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Visibility;
import dev.assay.identity.workload.Workload;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a job asks for its token, as the clients do it: actions/toolkit, npm/cli, di/id, and shell recipes. */
class CiJobTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final IdentityProviderServer server = IdentityProviderServer.start(
            VERTX,
            ProviderCatalogue.shipped().find("github-actions").orElseThrow(),
            Clock.systemUTC(),
            IssuerOptions.with(SigningKeys.shared().supply()));
    private final Workload workload =
            Workload.of(new Repository(new Owner("octo-org", 65), "octo-repo", 74, Visibility.PUBLIC), "release.yml");
    private final CiJob job = server.job(workload);

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void stopAll() {
        VERTX.close();
    }

    @Test
    void environmentTellsTheJobWhereToAsk() {
        assertThat(job.environment())
                .containsEntry("GITHUB_ACTIONS", "true")
                .containsEntry("ACTIONS_ID_TOKEN_REQUEST_URL", job.requestUrl())
                .containsEntry("ACTIONS_ID_TOKEN_REQUEST_TOKEN", job.requestToken())
                .containsEntry("GITHUB_REPOSITORY", "octo-org/octo-repo")
                .containsEntry("GITHUB_REF", "refs/heads/main")
                .containsEntry("GITHUB_REF_NAME", "main")
                .containsEntry("GITHUB_SHA", workload.start().sha());
        assertThat(job.requestUrl()).startsWith(server.url()).endsWith("/idtoken?api-version=2.0");
    }

    @Test
    void forksPullRequestMayNotAsk() {
        assertThat(server.environment(workload.withEvent("pull_request").startedFromFork()))
                .containsEntry("GITHUB_ACTIONS", "true")
                .doesNotContainKeys("ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        assertThat(server.environment(workload.withEvent("pull_request_target").startedFromFork()))
                .containsKey("ACTIONS_ID_TOKEN_REQUEST_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "npm%3Aregistry.example, npm:registry.example",
        "npm:registry.example, npm:registry.example",
        "https%3A%2F%2Fregistry.example, https://registry.example",
        "https://registry.example, https://registry.example",
        "two+words, two words",
        "two%20words, two words",
        "(it's)*!, (it's)*!"
    })
    void audienceMayBeEncodedInAnyLegalWay(String sent, String meant) throws Exception {
        assertThat(SignedJWT.parse(token(job.requestUrl() + "&audience=" + sent))
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly(meant);
    }

    @Test
    void audienceMayComeFirst() throws Exception {
        var url = job.requestUrl().replace("?", "?audience=pypi&");

        assertThat(SignedJWT.parse(token(url)).getJWTClaimsSet().getAudience()).containsExactly("pypi");
    }

    @Test
    void withoutAudienceTheOwnersUrlIsUsed() throws Exception {
        assertThat(SignedJWT.parse(token(job.requestUrl())).getJWTClaimsSet().getAudience())
                .containsExactly("https://github.com/octo-org");
    }

    @Test
    void answerHoldsCountAndValueAlone() throws Exception {
        var answer = ask(job.requestUrl(), "Bearer " + job.requestToken());
        var body = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(body.fieldNames()).toIterable().containsExactly("count", "value");
        assertThat(body.path("count").isInt()).isTrue();
        assertThat(body.path("value").asText().split("\\.", -1)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"Bearer, 200", "bearer, 200", "BEARER, 200", "Basic, 401"})
    void schemeIsReadWithoutRegardToCase(String scheme, int status) throws Exception {
        assertThat(ask(job.requestUrl(), scheme + " " + job.requestToken()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void anotherJobsRequestTokenIsRefused() throws Exception {
        var other = server.job(workload);

        assertThat(ask(job.requestUrl(), "Bearer " + other.requestToken()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tokenIsTheJobsOwn() throws Exception {
        var other = server.job(workload.withEnvironment("prod"));
        var answer = ask(other.requestUrl(), "Bearer " + other.requestToken());

        var claims = SignedJWT.parse(json(answer).path("value").asText()).getJWTClaimsSet();

        assertThat(claims.getStringClaim("environment")).isEqualTo("prod");
    }

    @Test
    void endpointCanBeMadeToFail() throws Exception {
        server.behave(JobFault.OTHER_AUDIENCE);
        assertThat(SignedJWT.parse(token(job.requestUrl() + "&audience=pypi"))
                        .getJWTClaimsSet()
                        .getAudience())
                .doesNotContain("pypi");

        server.behave(JobFault.EMPTY_VALUE);
        assertThat(token(job.requestUrl())).isEmpty();

        server.behave(JobFault.FORBIDDEN);
        assertThat(ask(job.requestUrl(), "Bearer " + job.requestToken()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsNoRequestToken() {
        assertThat(job.toString()).doesNotContain(job.requestToken());
    }

    private String token(String url) throws Exception {
        return json(ask(url, "Bearer " + job.requestToken())).path("value").asText();
    }

    private HttpResponse<String> ask(String url, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
