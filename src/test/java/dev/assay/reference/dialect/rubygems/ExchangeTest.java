package dev.assay.reference.dialect.rubygems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import dev.assay.reference.TestIssuer;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ID token in, key out: the failure table of RubyGems.org. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {

    private static final String NOT_FOUND = "{\"error\":\"Not Found\"}";
    private static final long NOW = 1787313600;

    private final GemScene gems = new GemScene();

    @BeforeAll
    void configure() {
        gems.withGem("widget");
    }

    @AfterAll
    void close() {
        gems.close();
    }

    @Test
    void aSoundTokenIsExchangedForAKeyOfFifteenMinutes() {
        var reply = gems.exchange(gems.claims());

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("max-age=0, private, must-revalidate");
        assertThat(reply.body())
                .matches("\\{\"rubygems_api_key\":\"rubygems_[0-9a-f]{48}\","
                        + "\"name\":\"GitHub Actions octo/widget @ \\.github/workflows/release\\.yml 2026-08-21T12:00:00Z\","
                        + "\"scopes\":\\[\"push_rubygem\"],\"expires_at\":\"2026-08-21T12:15:00\\.000Z\"}");
    }

    @Test
    void theNameOfTheKeySaysWhenTheTokenWasIssuedAndNotWhenItWasExchanged() {
        assertThat(gems.exchange(gems.claims("iat", NOW - 60))
                        .json()
                        .path("name")
                        .asText())
                .endsWith(" 2026-08-21T11:59:00Z");
    }

    @Test
    void anIdTokenIsExchangedAsOftenAsItIsPresented() {
        var idToken = gems.scene().sign(gems.claims());

        assertThat(gems.exchangeText(idToken).body())
                .isNotEqualTo(gems.exchangeText(idToken).body());
        assertThat(gems.exchangeText(idToken).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"jwt\":null}", "{\"jwt\":\"\"}", "{\"jwt\":[\"a.b.c\"]}", "{\"jwt\":{}}", "[]", ""})
    void aRequestWithoutATokenIsBad(String body) {
        var reply = gems.scene().send("POST", GemScene.EXCHANGE, GemScene.JSON, Buffer.buffer(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("{\"error\":\"Request is missing param 'jwt'\"}");
    }

    @Test
    void aNumberAsTokenCrashes() {
        assertThat(gems.exchangeText(1).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b,Invalid JWT Format. JWT should include 3 or 5 segments.",
        "1,Invalid JWT Format. JWT should include 3 or 5 segments.",
        "a.b.c.d,Invalid JWT Format. JWT should include 3 or 5 segments.",
        "e30.e!0.,invalid base64",
    })
    void aMalformedTokenIsBadInTheWordsOfTheLibrary(String jwt, String text) {
        var reply = gems.exchangeText(jwt);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("{\"error\":\"" + text + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat", "exp", "iss", "jti"})
    void aRegisteredClaimOfAnotherTypeIsBadAndNamed(String claim) {
        var body = "{\"error\":\"Missing/invalid " + claim + "\"}";

        assertThat(gems.exchange(gems.claims(claim, List.of(1))).body()).isEqualTo(body);
        assertThat(gems.exchange(gems.claimsWithout(claim)).body()).isEqualTo(body);
        assertThat(gems.exchange(gems.claimsWithout(claim)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat", "exp"})
    void aTimeWithAFractionIsBad(String claim) {
        assertThat(gems.exchange(gems.claims(claim, NOW + 0.5)).status()).isEqualTo(400);
    }

    @Test
    void typesAreLookedAtBeforeTheSignature() {
        var claims = Scene.write(gems.claimsWithout("jti"));
        var forged = TestIssuer.sign(Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", Scene.KEY.getKeyID()), claims);

        assertThat(gems.exchangeText(forged).status()).isEqualTo(400);
    }

    @Test
    void thereIsNoLeeway() {
        assertThat(gems.exchange(gems.claims("exp", NOW)).status()).isEqualTo(404);
        assertThat(gems.exchange(gems.claims("exp", NOW + 1)).status()).isEqualTo(201);
        assertThat(gems.exchange(gems.claims("nbf", NOW + 1)).status()).isEqualTo(404);
        assertThat(gems.exchange(gems.claims("nbf", NOW)).status()).isEqualTo(201);
        assertThat(gems.exchange(gems.claims("iat", NOW + 86_400)).status()).isEqualTo(201);
    }

    @Test
    void everyRefusalLooksTheSame() {
        var forged = TestIssuer.sign(
                Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", Scene.KEY.getKeyID()), Scene.write(gems.claims()));
        var unknownKey =
                TestIssuer.sign(Scene.OTHER_KEY, Map.of("alg", "RS256", "kid", "nobody's"), Scene.write(gems.claims()));

        assertThat(List.of(
                        gems.exchangeText(forged),
                        gems.exchangeText(unknownKey),
                        gems.exchange(gems.claims("iss", "https://issuer.invalid")),
                        gems.exchange(gems.claims("aud", "rubygems.org")),
                        gems.exchange(gems.claims("aud", List.of("127.0.0.1"))),
                        gems.exchange(gems.claims("repository", "octo/other")),
                        gems.exchange(gems.claims("repository", "Octo/widget")),
                        gems.exchange(gems.claims("repository_owner_id", "1002")),
                        gems.exchange(gems.claims("repository_owner_id", 1001)),
                        gems.exchange(gems.claims("ref", "refs/heads/other")),
                        gems.exchange(gems.claims("exp", NOW - 1))))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(404);
                    assertThat(reply.body()).isEqualTo(NOT_FOUND);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "job_workflow_ref", "repository_owner_id"})
    void anAbsentClaimCrashes(String claim) {
        assertThat(gems.exchange(gems.claimsWithout(claim)).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,application/json; charset=utf-8",
        "*/*,text/html; charset=utf-8",
        "text/html,text/html; charset=utf-8",
        "text/yaml,text/yaml; charset=utf-8",
        "image/png,text/plain; charset=utf-8"
    })
    void aRefusalComesInTheFormThatIsAskedFor(String accept, String contentType) {
        var body = Buffer.buffer(Scene.write(Map.of("jwt", gems.scene().sign(gems.claims("aud", "other")))));
        var headers = Map.of("Content-Type", "application/json", "Accept", accept);
        var reply = gems.scene().send("POST", GemScene.EXCHANGE, headers, body);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo(contentType);
    }

    @Test
    void theTokenMayComeInAFormAMultipartFormOrTheQuery() {
        var jwt = URLEncoder.encode(gems.scene().sign(gems.claims()), StandardCharsets.UTF_8);
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var multipart = Map.of("Content-Type", "multipart/form-data; boundary=b");
        var part = "--b\r\nContent-Disposition: form-data; name=\"jwt\"\r\n\r\n" + jwt + "\r\n--b--\r\n";
        var scene = gems.scene();

        assertThat(scene.send("POST", GemScene.EXCHANGE, form, Buffer.buffer("jwt=" + jwt))
                        .status())
                .isEqualTo(201);
        assertThat(scene.send("POST", GemScene.EXCHANGE, multipart, Buffer.buffer(part))
                        .status())
                .isEqualTo(201);
        assertThat(scene.send("POST", GemScene.EXCHANGE + "?jwt=" + jwt, Map.of(), Buffer.buffer())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void thePathMayEndInJson() {
        var body = Buffer.buffer(Scene.write(Map.of("jwt", gems.scene().sign(gems.claims("aud", "other")))));
        var reply = gems.scene()
                .send("POST", GemScene.EXCHANGE + ".json", Map.of("Content-Type", "application/json"), body);

        assertThat(reply.body()).isEqualTo(NOT_FOUND);
    }

    @Test
    void otherMethodsAreNotFound() {
        assertThat(gems.scene().get(GemScene.EXCHANGE).status()).isEqualTo(404);
    }

    @Test
    void anIdentityOfAnotherEnvironmentWinsOverTheGeneralOne() {
        gems.scene().withPackage("gadget");
        var entry = GemScene.entry(Map.of(
                "repository_owner", "octo",
                "repository_name", "widget",
                "workflow_filename", "release.yml",
                "environment", "release"));
        gems.manage("POST", "/api/v1/gems/gadget/trusted_publishers", gems.managingKey(), entry);

        var reply = gems.exchange(gems.claims("environment", "release"));

        assertThat(reply.json().path("name").asText()).contains("release.yml (release) ");
        var pushed = gems.push(reply.json().path("rubygems_api_key").asText(), "widget", "7.0.0");
        assertThat(pushed.status()).isEqualTo(403);
    }

    @Test
    void aSharedWorkflowOfAnotherRepositoryIsAcceptedOnAnyRef() {
        gems.scene().withPackage("shared");
        var entry = GemScene.entry(Map.of(
                "repository_owner", "octo",
                "repository_name", "widget",
                "workflow_filename", "push.yml",
                "workflow_repository_owner", "tools",
                "workflow_repository_name", "actions"));
        gems.manage("POST", "/api/v1/gems/shared/trusted_publishers", gems.managingKey(), entry);
        var shared = gems.claims("job_workflow_ref", "tools/actions/.github/workflows/push.yml@refs/tags/v1");
        var own = gems.claims("job_workflow_ref", "octo/widget/.github/workflows/push.yml@refs/heads/main");

        assertThat(gems.exchange(shared).status()).isEqualTo(201);
        assertThat(gems.exchange(own).status()).isEqualTo(404);
    }
}
