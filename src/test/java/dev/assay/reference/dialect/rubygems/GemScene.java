package dev.assay.reference.dialect.rubygems;

import dev.assay.artifact.ArtifactKind;
import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The embedded RubyGems.org, with the account alice and the calls that its clients make. */
final class GemScene implements AutoCloseable {

    static final String EXCHANGE = "/api/v1/oidc/trusted_publisher/exchange_token";
    static final Map<String, String> JSON = Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final Scene scene = Scene.of("rubygems");

    Scene scene() {
        return scene;
    }

    /** A gem of alice's, linked to the identity octo/widget release.yml. */
    GemScene withGem(String name) {
        scene.withPackage(name);
        link(name, "octo", "widget", "release.yml");
        return this;
    }

    Reply link(String gem, String owner, String repository, String workflow) {
        return manage(
                "POST",
                "/api/v1/gems/" + gem + "/trusted_publishers",
                managingKey(),
                entry(owner, repository, workflow));
    }

    static String entry(String owner, String repository, String workflow) {
        var identity = new LinkedHashMap<String, String>();
        identity.put("repository_owner", owner);
        identity.put("repository_name", repository);
        identity.put("workflow_filename", workflow);
        return entry(identity);
    }

    static String entry(Map<String, String> identity) {
        return Scene.write(Map.of(
                "trusted_publisher_type", "OIDC::TrustedPublisher::GitHubAction", "trusted_publisher", identity));
    }

    Reply manage(String method, String path, String key, String body) {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("Authorization", key);
        return scene.send(method, path, headers, Buffer.buffer(body));
    }

    String managingKey() {
        return key("alice", "push_rubygem=true&configure_trusted_publishers=true");
    }

    String key(String account, String form) {
        var basic = Base64.getEncoder()
                .encodeToString((account + ":" + scene.session(account)).getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        return scene.send("POST", "/api/v1/api_key", headers, Buffer.buffer("name=ci&" + form))
                .body();
    }

    Map<String, Object> claims() {
        return scene.claims("aud", "127.0.0.1");
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

    Reply exchange(Map<String, Object> claims) {
        return exchangeText(scene.sign(claims));
    }

    Reply exchangeText(Object jwt) {
        return scene.send("POST", EXCHANGE, JSON, Buffer.buffer(Scene.write(Map.of("jwt", jwt))));
    }

    String jobKey() {
        return exchange(claims()).json().path("rubygems_api_key").asText();
    }

    Reply push(String key, String gem, String version) {
        return push(key, bytes(gem, version, "first"));
    }

    Reply push(String key, byte[] gem) {
        return scene.send(
                "POST",
                "/api/v1/gems",
                Map.of("Authorization", key, "Content-Type", "application/octet-stream"),
                Buffer.buffer(gem));
    }

    static byte[] bytes(String gem, String version, String note) {
        return ArtifactKind.GEM.build(gem, version, note).content();
    }

    @Override
    public void close() {
        scene.close();
    }
}
