package dev.assay.reference.dialect.nuget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the ecosystem's own programs say and hear, byte for byte: the action NuGet/login and {@code dotnet nuget push}
 * (facts of NuGet/login e12aa70c and of the package publish resource; the programs themselves run nowhere near here).
 */
class ConversationTest {

    private static final String LOGIN = """
            POST /api/v2/token HTTP/1.1
            host: HOST
            connection: keep-alive
            Authorization: Bearer ID-TOKEN
            User-Agent: nuget/login-action
            Content-Type: application/json
            content-length: LENGTH

            """;

    private static final String PUSH = """
            PUT /api/v2/package/ HTTP/1.1
            Host: HOST
            X-NuGet-ApiKey: API-KEY
            X-NuGet-Protocol-Version: 4.1.0
            User-Agent: NuGet Command Line/6.14.0
            Content-Type: multipart/form-data; boundary="6d8ad8b5-7f55-4c62-8b8e-0a9b0c1d2e3f"
            Content-Length: LENGTH

            """;

    private static final String PART = """
            --6d8ad8b5-7f55-4c62-8b8e-0a9b0c1d2e3f
            Content-Type: application/octet-stream
            Content-Disposition: form-data; name=package; filename=package.nupkg; filename*=utf-8''package.nupkg

            """.replace("\n", "\r\n");

    private static final String CREATED = "HTTP/1.1 201 Created\ncontent-length: 0\n\n";

    private final Gallery gallery = Gallery.open();
    private final Telegraph telegraph = new Telegraph(gallery.scene().baseUri());

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void theActionLogsInAndTheClientPublishes() {
        var answer = login(gallery.idToken(), "alice");
        var key = key(answer);

        assertThat(answer.replace(key, "API-KEY")).isEqualTo("""
                        HTTP/1.1 200 OK
                        Cache-Control: private
                        content-length: 164
                        Content-Type: application/json

                        {"tokenType":"ApiKey","expires":"2026-08-21T13:00:00.0000000+00:00","apiKey":"API-KEY"}""");
        assertThat(ask("/v3/index.json")).isEqualTo("""
                        HTTP/1.1 200 OK
                        content-length: LENGTH
                        Content-Type: application/json

                        {"resources":[{"@id":"TARGET/api/v2/package","@type":"PackagePublish/2.0.0"},\
                        {"@id":"TARGET/v3-flatcontainer/","@type":"PackageBaseAddress/3.0.0"}],"version":"3.0.0"}""");
        assertThat(push(key, "1.0.0")).isEqualTo(CREATED);
        assertThat(ask("/v3-flatcontainer/widget.core/index.json")).isEqualTo("""
                        HTTP/1.1 200 OK
                        content-length: LENGTH
                        Content-Type: application/json

                        {"versions":["1.0.0"]}""");
    }

    @Test
    void theActionIsToldThatTheOwnersNameIsNotThePolicyCreators() {
        assertThat(login(gallery.idToken(), "octo-org")).isEqualTo("""
                        HTTP/1.1 401 No matching trust policy owned by user 'octo-org' was found.
                        Cache-Control: private
                        content-length: 82
                        Content-Type: application/json
                        WWW-Authenticate: Bearer

                        {"error":"No matching trust policy owned by user \\u0027octo-org\\u0027 was found."}""");
    }

    @Test
    void theActionIsToldThatAnIdTokenIsGoodForOneKey() {
        var idToken = gallery.idToken();
        login(idToken, "alice");

        assertThat(login(idToken, "alice")).isEqualTo("""
                        HTTP/1.1 401 This bearer token has already been used. A new bearer token must be used for each request.
                        Cache-Control: private
                        content-length: 102
                        Content-Type: application/json
                        WWW-Authenticate: Bearer

                        {"error":"This bearer token has already been used. A new bearer token must be used for each request."}""");
    }

    @Test
    void theClientIsToldThatTheVersionExists() {
        var key = key(login(gallery.idToken(), "alice"));
        push(key, "1.0.0");

        assertThat(push(key, "1.0.0")).isEqualTo("""
                        HTTP/1.1 409 A package with ID 'Widget.Core' and version '1.0.0' already exists and cannot be modified.
                        content-length: 90
                        Content-Type: text/html; charset=utf-8

                        A package with ID 'Widget.Core' and version '1.0.0' already exists and cannot be modified.""");
    }

    @Test
    void theClientIsToldThatItsKeyIsOver() {
        var key = key(login(gallery.idToken(), "alice"));
        gallery.scene().advance(3601);

        assertThat(push(key, "1.0.0")).isEqualTo("""
                        HTTP/1.1 403 The specified API key is invalid, has expired, or does not have permission to access the specified package.
                        content-length: 107
                        Content-Type: text/html; charset=utf-8

                        The specified API key is invalid, has expired, or does not have permission to access the specified package.""");
    }

    @Test
    void theClientIsToldThatTheIdTokenItselfIsNoKey() {
        assertThat(push(gallery.idToken(), "1.0.0"))
                .startsWith("HTTP/1.1 403 The specified API key is invalid, has expired, or does not have permission");
    }

    private String login(String idToken, String username) {
        var body = "{\"username\":\"%s\",\"tokenType\":\"ApiKey\"}".formatted(username);
        return telegraph.send(LOGIN.replace("ID-TOKEN", idToken), body.getBytes(UTF_8));
    }

    private static String key(String answer) {
        var key = Pattern.compile("\"apiKey\":\"(\\w{84})\"").matcher(answer);
        assertThat(key.find()).as(answer).isTrue();
        return key.group(1);
    }

    private String push(String key, String version) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(PART.getBytes(UTF_8));
        body.writeBytes(Gallery.packaged("Widget.Core", version));
        body.writeBytes("\r\n--6d8ad8b5-7f55-4c62-8b8e-0a9b0c1d2e3f--\r\n".getBytes(UTF_8));
        return telegraph.send(PUSH.replace("API-KEY", key), body.toByteArray());
    }

    /** What a reader gets, but for where and how long. */
    private String ask(String path) {
        return telegraph
                .send("GET " + path + " HTTP/1.1\nHost: HOST\n\n", new byte[0])
                .replace(gallery.scene().baseUri().toString(), "TARGET")
                .replaceFirst("content-length: \\d+", "content-length: LENGTH");
    }
}
