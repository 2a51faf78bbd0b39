package dev.assay.reference.dialect.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange, byte for byte as the API description has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {

    private static final String NOT_FOUND = "{\"message\":\"OIDC token exchange error - package not found\"}";
    private static final String UNAUTHORIZED = "{\"message\":\"OIDC token exchange error - unauthorized\"}";

    private final NpmScene npm = NpmScene.of("npm");

    @BeforeAll
    void configure() {
        npm.withPolicy("widget").withPolicy("@octo/gadget").scene().withPackage("untrusted");
    }

    @AfterAll
    void close() {
        npm.close();
    }

    @Test
    void aSoundTokenIsExchangedForAnHour() {
        var reply = npm.exchange("widget", npm.claims());

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .matches("\\{\"created\":\"2026-08-21T12:00:00.000Z\",\"expires\":\"2026-08-21T13:00:00.000Z\","
                        + "\"token\":\"npm_[A-Za-z0-9]{36}\",\"token_type\":\"oidc\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@octo%2fgadget", "@octo%2Fgadget", "%40octo%2Fgadget", "%40octo%2fgadget"})
    void aScopedNameIsUnderstoodHoweverItIsEscaped(String name) {
        assertThat(npm.exchange(name, npm.claims()).status()).isEqualTo(201);
    }

    @Test
    void theSameTokenIsExchangedForOnePackageAfterAnother() {
        var claims = npm.claims();

        assertThat(npm.exchange("widget", claims).status()).isEqualTo(201);
        assertThat(npm.exchange("@octo%2fgadget", claims).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "untrusted", "@octo%2fmissing"})
    void noPackageAndNoPolicyAreToldAlike(String name) {
        var reply = npm.exchange(name, npm.claims());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "repository,Octo/widget",
        "repository,octo/other",
        "workflow_ref,octo/widget/.github/workflows/release.yaml@refs/heads/main",
        "workflow_ref,octo/widget/.github/workflows/Release.yml@refs/heads/main",
        "environment,prod"
    })
    void claimsThatDifferAreToldAsAMissingPackage(String claim, String value) {
        var reply = npm.exchange("widget", npm.claims(claim, value));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "repository_id,1",
        "repository_owner_id,1",
        "event_name,pull_request_target",
        "runner_environment,self-hosted",
        "job_workflow_ref,tools/ci/.github/workflows/publish.yml@refs/heads/main"
    })
    void claimsThatNoPolicyNamesDoNotMatter(String claim, String value) {
        assertThat(npm.exchange("widget", npm.claims(claim, value)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "aud,sigstore",
        "aud,127.0.0.1",
        "aud,npm:127.0.0.1:4873",
        "iss,https://token.actions.githubusercontent.com/octo",
        "exp,1",
    })
    void aTokenThatIsNotSoundIsUnauthorized(String claim, String value) {
        Object typed = claim.equals("exp") ? (Object) Long.valueOf(value) : value;
        var reply = npm.exchange("widget", npm.claims(claim, typed));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void withoutABearerTokenItIsUnauthorized() {
        var reply = npm.send("POST", "/-/npm/v1/oidc/token/exchange/package/widget", Map.of(), "");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void aStrictRegistrySaysWhatIsWrong() {
        try (var strict = NpmScene.of("npm-strict")) {
            strict.scene().withPackage("untrusted");
            var noPolicy = strict.exchange("untrusted", strict.claims());
            var wrongAudience = strict.exchange("untrusted", strict.claims("aud", "sigstore"));

            assertThat(noPolicy.status()).isEqualTo(403);
            assertThat(noPolicy.json().path("code").asText()).isEqualTo("no-trusted-publisher");
            assertThat(wrongAudience.status()).isEqualTo(401);
            assertThat(wrongAudience.json().path("message").asText())
                    .startsWith("OIDC token exchange error - the ID token is not for this registry");
        }
    }

    @Test
    void aRegistryTokenEndsWithAChecksum() {
        var token = npm.registryToken("widget");

        assertThat(NpmTokens.check(token.substring(4, 34))).isEqualTo(token.substring(34));
    }
}
