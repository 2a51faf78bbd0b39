package dev.assay.reference.dialect.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Scene;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {

    private static final String INVALID_AUTHENTICATION = "Invalid or non-existent authentication information.";

    private final Scene scene = Scene.of("pypi");
    private String token = "";

    @BeforeAll
    void configure() {
        scene.withPolicy("widget").withPackage("gadget");
        token = scene.registryToken();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void aWheelIsPublishedAndCanBeReadBack() {
        var wheel = Distribution.wheel("widget", "1.0", "WHEEL", "METADATA", "RECORD");

        assertThat(upload(token, wheel).status()).isEqualTo(200);

        var json = scene.get("/pypi/widget/1.0/json");
        assertThat(json.header("X-PyPI-Last-Serial")).isNotEmpty();
        assertThat(json.body()).endsWith("}\n");
        var url = json.json().path("urls").path(0);
        assertThat(url.path("filename").asText()).isEqualTo("widget-1.0-py3-none-any.whl");
        assertThat(url.path("packagetype").asText()).isEqualTo("bdist_wheel");
        assertThat(url.path("digests").path("sha256").asText())
                .isEqualTo(wheel.fields().get("sha256_digest"));
        var path = url.path("url").asText().substring(scene.baseUri().toString().length());
        assertThat(scene.get(path).body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }

    @Test
    void aReleaseInAnotherSpellingIsTheSameRelease() {
        upload(token, Distribution.sdist("widget", "7.1", "x"));

        for (var spelling : List.of("7.1.0", "v7.1", "07.1")) {
            assertThat(upload(token, Distribution.sdist("widget", spelling, "y"))
                            .phrase())
                    .isEqualTo("Only one sdist may be uploaded per release.");
        }
    }

    @Test
    void theSimpleIndexListsFilesInHtmlAndInJson() {
        upload(token, Distribution.sdist("widget", "2.0", "x"));

        assertThat(scene.get("/simple/widget/").body()).contains(">widget-2.0.tar.gz</a>", "#sha256=");
        var json = scene.send(
                "GET", "/simple/widget/", Map.of("Accept", "application/vnd.pypi.simple.v1+json"), Buffer.buffer());
        assertThat(json.header("Content-Type")).isEqualTo("application/vnd.pypi.simple.v1+json");
        assertThat(json.json().path("meta").path("api-version").asText()).isEqualTo("1.4");
        assertThat(json.json().path("versions").toString()).contains("\"2.0\"");
        assertThat(scene.get("/simple/").body()).contains("/simple/widget/");
    }

    @ParameterizedTest
    @CsvSource({
        "/simple/Widget/,301,/simple/widget/",
        "/simple/widget,301,/simple/widget/",
        "/simple/nothing/,404,''",
        "/pypi/nothing/1/json,404,''",
        "/pypi/gadget/json,404,''",
        "/packages/aa/bb/cc/widget-1.0.tar.gz,404,''",
        "/project/nothing/,404,''"
    })
    void otherPathsLeadElsewhereOrNowhere(String path, int status, String location) {
        var reply = scene.get(path);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Location")).endsWith(location);
    }

    @Test
    void theSlashIsAskedFor() {
        var reply = scene.send("POST", "/legacy", Map.of(), Buffer.buffer());

        assertThat(reply.status()).isEqualTo(308);
        assertThat(reply.header("Location")).isEqualTo(scene.baseUri() + "/legacy/");
    }

    @Test
    void withoutTheActionTheRouteDoesNotMatch() {
        assertThat(upload(token, sdist("3").without(":action")).status()).isEqualTo(404);
    }

    @Test
    void theTextStandsInTheReasonPhraseAndInTheBodyThatIsAskedFor() {
        var html = upload("pypi-unknown", sdist("3"));
        var headers = headers("pypi-unknown");
        var text = scene.send("POST", "/legacy/", headers, sdist("3").form());
        headers.put("Accept", "application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7");
        var json = scene.send("POST", "/legacy/", headers, sdist("3").form());

        assertThat(html.status()).isEqualTo(403);
        assertThat(html.phrase()).startsWith(INVALID_AUTHENTICATION);
        assertThat(html.body()).startsWith("<html>").contains(INVALID_AUTHENTICATION);
        assertThat(text.body()).startsWith("403 " + INVALID_AUTHENTICATION);
        assertThat(json.json().path("code").asText()).startsWith("403 " + INVALID_AUTHENTICATION);
        assertThat(json.json().path("title").asText()).isEqualTo("Forbidden");
        assertThat(json.json().path("message").asText())
                .startsWith("Access was denied to this resource.\n\n\n" + INVALID_AUTHENTICATION);
    }

    @Test
    void successHasTheFrameworksBody() {
        var headers = headers(token);
        headers.put("Accept", "application/json");

        var reply = scene.send("POST", "/legacy/", headers, sdist("4").form());

        assertThat(reply.body())
                .isEqualTo("{\"message\": \"\\n\\n\\n\\n\\n\", \"code\": \"200 OK\", \"title\": \"OK\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "token ", "TOKEN "})
    void otherSchemesCarryTheTokenToo(String scheme) {
        var headers = headers(token);
        headers.put("Authorization", scheme + token);
        var version = "5." + scheme.chars().sum();

        var reply = scene.send("POST", "/legacy/", headers, sdist(version).form());

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic !!", "Basic bm9jb2xvbg==", "Negotiate x"})
    void garbledCredentialsAreNone(String authorization) {
        var headers = headers(token);
        headers.put("Authorization", authorization);

        assertThat(scene.send("POST", "/legacy/", headers, sdist("6").form()).phrase())
                .startsWith(INVALID_AUTHENTICATION);
    }

    @Test
    void passwordsAreNoLongerSupported() {
        var headers = headers(token);
        headers.put("Authorization", basic("alice:secret"));

        assertThat(scene.send("POST", "/legacy/", headers, sdist("6").form()).phrase())
                .startsWith("Username/Password authentication is no longer supported.");
    }

    @Test
    void aTamperedTokenIsFoundOut() {
        var tampered = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");

        assertThat(upload(tampered, sdist("6")).phrase()).isEqualTo("Invalid API Token: signatures do not match");
    }

    @Test
    void anotherProjectIsOutOfScope() {
        var reply = upload(token, Distribution.sdist("gadget", "1", "x"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.phrase())
                .isEqualTo("Invalid API Token: OIDC scoped token is not valid for project 'gadget', project-scoped"
                        + " token is not valid for project: 'gadget', OIDC scoped token is not valid for project"
                        + " 'gadget', project-scoped token is not valid for project: 'gadget'");
    }

    @Test
    void aNewProjectCannotBeCreated() {
        var reply = upload(token, Distribution.sdist("newcomer", "1", "x"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.phrase()).startsWith("Non-user identities cannot create new projects.");
    }

    @Test
    void badMetadataComesBeforeAWrongProject() {
        assertThat(upload(token, Distribution.sdist("gadget", "not a version", "x"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            protocol_version | 2     | Unknown protocol version.
            metadata_version | 9.9   | '9.9' is an invalid value for Metadata-version.
            name             | -     | '-' is an invalid value for Name.
            version          | 1+x   | '1+x' is an invalid value for Version.
            filetype         | egg   | Invalid value for filetype.
            pyversion        | py3   | Invalid value for pyversion.
            sha256_digest    | 00    | The digest supplied does not match
            md5_digest       | 00    | The digest supplied does not match
            name             | thing | Non-user identities cannot create
            """)
    void badFormsAreBadRequests(String field, String value, String phrase) {
        var reply = upload(token, sdist("7").with(field, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.phrase()).startsWith(phrase);
    }

    @Test
    void aDigestIsRequired() {
        assertThat(upload(token, sdist("7").without("sha256_digest")).phrase())
                .isEqualTo("Include at least one message digest.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget-7.tar", "gadget-7.tar.gz", "../widget-7.tar.gz"})
    void badFileNamesAreRefused(String fileName) {
        assertThat(upload(token, sdist("7").called(fileName)).status()).isEqualTo(400);
    }

    @Test
    void badArchivesAreRefused() {
        assertThat(upload(token, sdist("7").holding("no archive")).phrase()).startsWith("Invalid distribution file.");
        assertThat(upload(token, Distribution.wheel("widget", "7", "WHEEL", "METADATA"))
                        .phrase())
                .contains("does not contain the required RECORD file");
    }

    @Test
    void aPublishedFileStaysAsItIs() {
        var original = Distribution.sdist("widget", "8", "original");
        assertThat(upload(token, original).status()).isEqualTo(200);

        assertThat(upload(token, original).status()).isEqualTo(200);
        var replacement = upload(token, Distribution.sdist("widget", "8", "replacement"));
        assertThat(replacement.status()).isEqualTo(400);
        assertThat(replacement.phrase()).startsWith("File already exists ('widget-8.tar.gz'");
        assertThat(scene.get("/pypi/widget/8/json")
                        .json()
                        .path("urls")
                        .path(0)
                        .path("digests")
                        .path("sha256")
                        .asText())
                .isEqualTo(original.fields().get("sha256_digest"));
    }

    @Test
    void aHolderCanNarrowTheToken() {
        var original = Macaroon.parse(token.substring("pypi-".length())).orElseThrow();

        assertThat(upload(narrowed(original, "[0,1,0]"), sdist("9")).phrase())
                .isEqualTo("Invalid API Token: token is expired");
        assertThat(upload(narrowed(original, "[1,[\"gadget\"]]"), sdist("9")).phrase())
                .isEqualTo("Invalid API Token: project-scoped token is not valid for project: 'widget'");
        assertThat(upload(narrowed(original, "[2,[\"%s\"]]".formatted(UUID.randomUUID())), sdist("9"))
                        .status())
                .isEqualTo(403);
        assertThat(upload(narrowed(original, "[77]"), sdist("9")).phrase()).contains("invalid predicate");
        assertThat(upload(narrowed(original, "nonsense"), sdist("9")).phrase()).contains("invalid predicate");
        assertThat(upload(narrowed(original, "[1,[\"widget\"]]"), sdist("9")).status())
                .isEqualTo(200);
    }

    @Test
    void theProjectPageKeepsProvenLinksApart() {
        upload(token, sdist("10"));

        var page = scene.get("/project/widget/").body();

        assertThat(page.substring(0, page.indexOf("Unverified")))
                .contains("https://github.com/octo/widget")
                .doesNotContain("famous");
        assertThat(page).contains("https://github.com/famous/project");
    }

    private static Distribution sdist(String version) {
        return Distribution.sdist("widget", version, "text of " + version);
    }

    private Scene.Reply upload(String registryToken, Distribution distribution) {
        var headers = headers(registryToken);
        headers.put("Accept", "*/*");
        return scene.send("POST", "/legacy/", headers, distribution.form());
    }

    private static Map<String, String> headers(String registryToken) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "multipart/form-data; boundary=" + Distribution.BOUNDARY);
        headers.put("Authorization", basic("__token__:" + registryToken));
        return headers;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String narrowed(Macaroon original, String caveat) {
        return "pypi-" + original.with(caveat).text();
    }
}
