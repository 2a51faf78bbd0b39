package dev.assay.reference.dialect.npm;

import dev.assay.artifact.Artifact;
import dev.assay.artifact.ArtifactKind;
import dev.assay.reference.Scene;
import dev.assay.reference.Scene.Reply;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An embedded npm registry where alice has packages, and what its client sends. */
final class NpmScene implements AutoCloseable {

    private static final String EXCHANGE = "/-/npm/v1/oidc/token/exchange/package/";

    private final Scene scene;

    private NpmScene(Scene scene) {
        this.scene = scene;
    }

    static NpmScene of(String behaviour) {
        return new NpmScene(Scene.of(behaviour));
    }

    /** With a merge patch in YAML over the behaviour. */
    static NpmScene of(String behaviour, String change) {
        return new NpmScene(Scene.of(behaviour, change));
    }

    Scene scene() {
        return scene;
    }

    /** Registers a package of alice's that octo/widget's release.yml may publish. */
    NpmScene withPolicy(String name) {
        scene.withPackage(name);
        trust(name, configuration("createPackage"));
        return this;
    }

    static Map<String, Object> configuration(String... permissions) {
        return Map.of(
                "type",
                "github",
                "claims",
                Map.of("repository", "octo/widget", "workflow_ref", Map.of("file", "release.yml")),
                "permissions",
                List.of(permissions));
    }

    /** Configures a policy as the client does, second factor and all. */
    Reply trust(String name, Map<String, Object> configuration) {
        return trust("POST", name, "", scene.session(), Scene.write(List.of(configuration)));
    }

    Reply trust(String method, String name, String rest, String session, String body) {
        return send(method, "/-/package/" + name + "/trust" + rest, withPassword(session), body);
    }

    /** Headers of a trust command, with a one-time password for the account. */
    Map<String, String> withPassword(String session) {
        var challenge = send("GET", "/-/package/any/trust", web(session), "").json();
        send("GET", path(challenge.path("authUrl").asText()), Map.of(), "");
        var done = send("GET", path(challenge.path("doneUrl").asText()), web(session), "");
        var headers = new LinkedHashMap<>(web(session));
        headers.put("npm-otp", done.json().path("token").asText());
        return headers;
    }

    static Map<String, String> web(String session) {
        return Map.of("Authorization", "Bearer " + session, "npm-auth-type", "web", "npm-command", "trust");
    }

    Map<String, Object> claims() {
        return scene.claims("aud", "npm:127.0.0.1");
    }

    Map<String, Object> claims(String name, Object value) {
        var claims = claims();
        claims.put(name, value);
        return claims;
    }

    Reply exchange(String name, Map<String, Object> claims) {
        return send("POST", EXCHANGE + name, bearer(scene.sign(claims)), "");
    }

    String registryToken(String name) {
        return exchange(name, claims()).json().path("token").asText();
    }

    Reply publish(String name, String version, String token) {
        return put(name, Scene.write(document(artifact(name, version))), token);
    }

    Reply put(String path, String document, String token) {
        return send("PUT", "/" + path, bearer(token), document);
    }

    static Artifact artifact(String name, String version) {
        return ArtifactKind.of("npm-tarball").build(name, version, "note");
    }

    /** What the client sends, as was captured. */
    static Map<String, Object> document(Artifact artifact) {
        var name = artifact.name();
        var version = artifact.version();
        var file = name + "-" + version + ".tgz";
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("name", name);
        manifest.put("version", version);
        manifest.put("readme", "ERROR: No README data found!");
        manifest.put("_id", name + "@" + version);
        manifest.put(
                "dist",
                Map.of(
                        "integrity",
                        "sha512-" + artifact.digestBase64("SHA-512"),
                        "shasum",
                        artifact.digest("SHA-1"),
                        "tarball",
                        "http://127.0.0.1/" + name + "/-/" + file));
        var document = new LinkedHashMap<String, Object>();
        document.put("_id", name);
        document.put("name", name);
        document.put("dist-tags", Map.of("latest", version));
        document.put("versions", Map.of(version, manifest));
        document.put("access", "public");
        document.put(
                "_attachments",
                Map.of(
                        file,
                        Map.of(
                                "content_type",
                                "application/octet-stream",
                                "data",
                                Base64.getEncoder().encodeToString(artifact.content()),
                                "length",
                                artifact.content().length)));
        return document;
    }

    Reply send(String method, String path, Map<String, String> headers, String body) {
        return scene.send(method, path, headers, Buffer.buffer(body));
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String path(String address) {
        var uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void close() {
        scene.close();
    }
}
