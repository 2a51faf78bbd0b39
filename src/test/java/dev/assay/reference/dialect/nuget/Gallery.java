package dev.assay.reference.dialect.nuget;

import dev.assay.artifact.ArtifactKind;
import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The embedded gallery with alice's package and policy, and what jobs send to it. */
final class Gallery implements AutoCloseable {

    static final String AUDIENCE = "https://www.nuget.org";
    static final String BAD_KEY = "The specified API key is invalid, has expired, or does not have permission to access"
            + " the specified package.";

    private final Scene scene;

    private Gallery(Scene scene) {
        this.scene = scene;
    }

    static Gallery open() {
        return new Gallery(Scene.of("nuget").withPolicy("Widget.Core"));
    }

    static Gallery open(String change) {
        return new Gallery(Scene.of("nuget", change).withPolicy("Widget.Core"));
    }

    Scene scene() {
        return scene;
    }

    Map<String, Object> claims() {
        return scene.claims("aud", AUDIENCE);
    }

    Map<String, Object> claims(String name, Object value) {
        var claims = claims();
        claims.put(name, value);
        return claims;
    }

    Map<String, Object> claimsWithout(String name) {
        var claims = claims();
        claims.remove(name);
        return claims;
    }

    String idToken() {
        return scene.sign(claims());
    }

    Reply exchange(Map<String, Object> claims) {
        return exchange(scene.sign(claims), "alice");
    }

    Reply exchange(String idToken, String username) {
        return exchange(headers(idToken), "{\"username\":\"%s\",\"tokenType\":\"ApiKey\"}".formatted(username));
    }

    Reply exchange(Map<String, String> headers, String body) {
        return scene.send("POST", "/api/v2/token", headers, Buffer.buffer(body));
    }

    Map<String, String> headers(String idToken) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + idToken);
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "nuget/login-action");
        return headers;
    }

    String key() {
        return exchange(claims()).json().path("apiKey").asText();
    }

    Reply push(String key, byte[] content) {
        return scene.send("PUT", "/api/v2/package", Map.of("X-NuGet-ApiKey", key), Buffer.buffer(content));
    }

    Reply push(String key, String id, String version) {
        return push(key, packaged(id, version));
    }

    static byte[] packaged(String id, String version) {
        return ArtifactKind.of("nupkg").build(id, version, "A widget").content();
    }

    @Override
    public void close() {
        scene.close();
    }
}
