package dev.assay.reference.dialect.rubygems;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The management interface, answer by answer. */
class TrustedPublishersTest {

    private static final String PATH = "/api/v1/gems/widget/trusted_publishers";
    private static final String RECORD =
            "{\"id\":1,\"trusted_publisher_type\":\"OIDC::TrustedPublisher::GitHubAction\","
                    + "\"trusted_publisher\":{\"name\":\"GitHub Actions octo/widget @ .github/workflows/release.yml\","
                    + "\"repository_owner\":\"octo\",\"repository_name\":\"widget\",\"repository_owner_id\":\"1001\","
                    + "\"workflow_filename\":\"release.yml\",\"environment\":null,"
                    + "\"workflow_repository_owner\":null,\"workflow_repository_name\":null}}";
    private static final String SOUND = GemScene.entry("octo", "widget", "release.yml");

    private final GemScene gems = new GemScene();
    private String key = "";

    @BeforeEach
    void configure() {
        gems.scene().withPackage("widget");
        key = gems.managingKey();
    }

    @AfterEach
    void close() {
        gems.close();
    }

    @Test
    void aTrustedPublisherIsMadeListedShownAndRemoved() {
        var made = gems.manage("POST", PATH, key, SOUND);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo(RECORD);
        assertThat(made.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(made.header("Surrogate-Control")).isEqualTo("max-age=0");
        assertThat(made.header("Vary")).contains("Authorization");
        assertThat(gems.manage("GET", PATH, key, "").body()).isEqualTo("[" + RECORD + "]");
        assertThat(gems.manage("GET", PATH + "/1", key, "").body()).isEqualTo(RECORD);
        var removed = gems.manage("DELETE", PATH + "/1", key, "");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(gems.manage("GET", PATH, key, "").body()).isEqualTo("[]");
    }

    @Test
    void aRecordThatIsNotThereIsNotFound() {
        assertThat(gems.manage("GET", PATH + "/7", key, "").body()).isEqualTo("{\"error\":\"Not Found\"}");
        assertThat(gems.manage("DELETE", PATH + "/7", key, "").status()).isEqualTo(404);
    }

    @Test
    void nobodyGetsInWithoutAKey() {
        var reply = gems.manage("GET", PATH, "rubygems_" + "0".repeat(48), "");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.body()).isEqualTo("Access Denied. Please sign up for an account at https://rubygems.org");
        assertThat(gems.manage("GET", PATH, "Bearer " + key, "").status()).isEqualTo(401);
    }

    @Test
    void aKeyThatAnIdTokenWasExchangedForManagesNothing() {
        gems.manage("POST", PATH, key, SOUND);
        var reply = gems.manage("GET", PATH, gems.jobKey(), "");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEqualTo("{\"error\":\"The API key doesn't have access\"}");
    }

    @Test
    void aKeyNeedsTheScope() {
        var pushing = gems.key("alice", "push_rubygem=true");
        var headers = Map.of("Authorization", pushing, "Accept", "*/*");
        var reply = gems.scene().send("GET", PATH, headers, Buffer.buffer());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.body()).isEqualTo("This API key cannot perform the specified action on this gem.");
    }

    @Test
    void onlyOwnersConfigure() {
        var other = gems.key("mallory", "configure_trusted_publishers=true");

        assertThat(gems.manage("POST", PATH, other, SOUND).status()).isEqualTo(403);
        assertThat(gems.manage("GET", PATH, other, "").body()).isEqualTo("{\"error\":\"Forbidden\"}");
    }

    @Test
    void aGemThatDoesNotExistIsNotFoundWhateverIsAccepted() {
        var reply = gems.manage("GET", "/api/v1/gems/unheard-of/trusted_publishers", key, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("This rubygem could not be found.");
    }

    @Test
    void theTypeIsNeededAndOnlyOneIsSupported() {
        var missing = gems.manage("POST", PATH, key, "{}");
        var unknown = gems.manage(
                "POST", PATH, key, "{\"trusted_publisher_type\":\"Hash\",\"trusted_publisher\":{\"a\":\"b\"}}");

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body()).isEqualTo("{\"error\":\"Request is missing param 'trusted_publisher_type'\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).isEqualTo("{\"error\":\"Unsupported trusted publisher type\"}");
        assertThat(gems.manage(
                                "POST",
                                PATH,
                                key,
                                "{\"trusted_publisher_type\":\"OIDC::TrustedPublisher::GitHubAction\"}")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "octo,,release.yml,trusted_publisher.repository_name,can't be blank",
                "octo,widget,release.txt,trusted_publisher.workflow_filename,must end with .yml or .yaml",
                "octo,widget,a/b.yml,trusted_publisher.workflow_filename,\"must be a filename only, without directories\"",
                "nobody,widget,release.yml,trusted_publisher.repository_owner_id,can't be blank",
            })
    void nonsenseIsRefusedByField(String owner, String repository, String workflow, String field, String text) {
        var entry = GemScene.entry(owner, repository == null ? "" : repository, workflow);
        var reply = gems.manage("POST", PATH, key, entry);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .isEqualTo("{\"errors\":{\"" + field + "\":[\"" + text + "\"]},\"status\":\"unprocessable_content\"}");
    }

    @Test
    void theSameIdentityIsLinkedToAGemOnce() {
        gems.manage("POST", PATH, key, SOUND);

        assertThat(gems.manage("POST", PATH, key, SOUND).body())
                .isEqualTo(
                        "{\"errors\":{\"rubygem\":[\"has already been taken\"]},\"status\":\"unprocessable_content\"}");
    }

    @Test
    void anIdentityKeepsTheOwnerIdThatItHadFirst() {
        gems.manage("POST", PATH, key, SOUND);
        gems.manage("DELETE", PATH + "/1", key, "");
        gems.scene().forge().owner("octo", 4242);

        assertThat(gems.manage("POST", PATH, key, SOUND).body()).contains("\"repository_owner_id\":\"1001\"");
    }

    @Test
    void keysAreMadeWithNameAndPasswordAndNotReadBack() {
        assertThat(key).matches("rubygems_[0-9a-f]{48}");
        assertThat(gems.scene()
                        .send("POST", "/api/v1/api_key", Map.of(), Buffer.buffer("name=ci&push_rubygem=true"))
                        .status())
                .isEqualTo(401);
        assertThat(gems.scene().get("/api/v1/api_key").status()).isEqualTo(410);
    }
}
