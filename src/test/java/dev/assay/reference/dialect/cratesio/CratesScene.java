package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A model of crates.io whose crates belong to alice, and a client that says who it is. */
final class CratesScene implements AutoCloseable {

    static final String TOKENS = "/api/v1/trusted_publishing/tokens";
    static final String GITHUB = "/api/v1/trusted_publishing/github_configs";
    static final String GITLAB = "/api/v1/trusted_publishing/gitlab_configs";

    private final Scene scene;

    private CratesScene(Scene scene) {
        this.scene = scene;
    }

    static CratesScene start() {
        return new CratesScene(Scene.of("crates-io"));
    }

    static CratesScene changed(String change) {
        return new CratesScene(Scene.of("crates-io", change));
    }

    Scene scene() {
        return scene;
    }

    /** A crate of alice's that octo/widget's release.yml may publish. */
    CratesScene withPolicy(String crate) {
        scene.withPolicy(crate);
        return this;
    }

    /** What a sound ID token of octo/widget's release.yml says. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<>(scene.claims());
        claims.put("aud", scene.baseUri().getAuthority());
        claims.put("run_id", "77");
        claims.remove("repository_owner");
        claims.remove("job_workflow_ref");
        return claims;
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

    /** What a sound ID token of my-group/my-project says. */
    Map<String, Object> gitLabClaims() {
        var claims = claims();
        claims.keySet().retainAll(java.util.Set.of("aud", "exp", "iat", "jti", "sha"));
        claims.put("iss", scene.otherIssuer().url());
        claims.put("namespace_id", "72");
        claims.put("project_path", "my-group/my-project");
        claims.put("ci_config_ref_uri", "gitlab.com/my-group/my-project//.gitlab-ci.yml@refs/heads/main");
        claims.put("job_id", "302");
        return claims;
    }

    Reply exchange(Map<String, Object> claims) {
        return exchange(scene.sign(claims));
    }

    Reply exchange(String idToken) {
        return post(TOKENS, Scene.write(Map.of("jwt", idToken)), Map.of());
    }

    String token() {
        return exchange(claims()).json().path("token").asText();
    }

    /** A request of whoever is logged in as alice. */
    Reply asAlice(String method, String path, String body) {
        return send(method, path, body, Map.of("Cookie", "cargo_session=" + scene.session()));
    }

    Reply post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    Reply get(String path) {
        return get(path, Map.of());
    }

    Reply send(String method, String path, String body, Map<String, String> headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply send(String method, String path, byte[] body, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("User-Agent", "assay-test");
        if (body.length > 0) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        return scene.send(method, path, all, Buffer.buffer(body));
    }

    Reply publish(String authorization, String name, String version) {
        return publish(
                authorization,
                upload("{\"name\":\"%s\",\"vers\":\"%s\"}".formatted(name, version), crate(name, version)));
    }

    Reply publish(String authorization, byte[] body) {
        return send(
                "PUT",
                "/api/v1/crates/new",
                body,
                authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization));
    }

    static byte[] upload(String metadata, byte[] archive) {
        var json = metadata.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + json.length + archive.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(json.length)
                .put(json)
                .putInt(archive.length)
                .put(archive)
                .array();
    }

    static byte[] crate(String name, String version) {
        return archive("%s-%s/Cargo.toml".formatted(name, version), """
                [package]
                name = "%s"
                version = "%s"
                description = "d"
                license = "MIT"
                """.formatted(name, version));
    }

    static byte[] archive(String path, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            var content = text.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(path);
            entry.setSize(content.length);
            entry.setModTime(0);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String error(String detail) {
        return Scene.write(Map.of("errors", java.util.List.of(Map.of("detail", detail))));
    }

    @Override
    public void close() {
        scene.close();
    }
}
