package dev.assay.reference.dialect.pubdev;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.artifact.Artifact;
import dev.assay.artifact.ArtifactKind;
import dev.assay.identity.key.SigningKeys;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.identity.server.ForgeServer;
import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.server.IssuerOptions;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Repository;
import dev.assay.identity.workload.Workload;
import dev.assay.reference.ReferenceRegistry;
import dev.assay.reference.Surroundings;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.dialect.pubdev.RawHttp.Reply;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A registry that speaks pub.dev's dialect, an issuer, a forge with octo/widget, and the maintainer alice. */
final class PubDevScene implements AutoCloseable {

    static final String ENABLED =
            "{\"github\":{\"isEnabled\":true,\"repository\":\"octo/widget\",\"tagPattern\":\"v{{version}}\"}}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "dart-http-boundary-dNd5gZ";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-08-21T12:00:00Z"));
    private final Vertx vertx = Vertx.vertx();
    private final ForgeServer forge = ForgeServer.start(vertx);
    private final IdentityProviderServer issuer;
    private final ReferenceRegistry registry;
    private final Repository repository;
    private final String alice;

    PubDevScene(String behaviour) {
        issuer = IdentityProviderServer.start(
                vertx,
                ProviderCatalogue.shipped().find("github-actions").orElseThrow(),
                now::get,
                IssuerOptions.with(SigningKeys.shared().supply()));
        repository = forge.createRepository(forge.createOwner("octo"), "widget");
        registry = ReferenceRegistry.start(
                vertx,
                Behaviour.shipped(behaviour),
                new Surroundings(
                        Map.of("github", issuer.issuer()),
                        URI.create(forge.url()),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        now::get));
        alice = session("alice");
    }

    URI baseUri() {
        return registry.baseUri();
    }

    IdentityProviderServer issuer() {
        return issuer;
    }

    ForgeServer forge() {
        return forge;
    }

    Repository repository() {
        return repository;
    }

    String alice() {
        return alice;
    }

    void pass(Duration duration) {
        now.set(requireNonNull(now.get()).plus(duration));
    }

    String session(String account) {
        return json(administer("POST", "/accounts", "", "{\"name\":\"%s\"}".formatted(account)))
                .path("session")
                .asText();
    }

    /** Registers a package of alice's that octo/widget may publish. */
    PubDevScene withPolicy(String name) {
        withPackage(name).configure(name, alice, ENABLED);
        return this;
    }

    PubDevScene withPackage(String name) {
        administer("POST", "/packages", alice, "{\"name\":\"%s\"}".formatted(name));
        return this;
    }

    Reply configure(String name, String session, String body) {
        return send(
                "PUT",
                "/api/packages/%s/automated-publishing".formatted(name),
                "Cookie: PUB_SID_INSECURE=%s; PUB_SSID_INSECURE=%s\nx-pub-csrf-token: %s\nContent-Type: application/json\n"
                        .formatted(session, session, session),
                body);
    }

    Reply administer(String method, String path, String session, String body) {
        return send(method, "/_assay" + path, "Authorization: Bearer %s\n".formatted(session), body);
    }

    /** A run of the trusted workflow on a tag. */
    Workload run(String tag) {
        return Workload.of(repository, "publish.yml").withRef("refs/tags/" + tag);
    }

    TokenRequest tokenOf(Workload workload) {
        return TokenRequest.of(workload, "https://pub.dev");
    }

    String token(String tag) {
        return mint(tokenOf(run(tag)));
    }

    String mint(TokenRequest request) {
        return issuer.mint().mint(request).compact();
    }

    Artifact archive(String name, String version, String note) {
        return ArtifactKind.of("pub-archive").build(name, version, note);
    }

    /** The three calls of {@code dart pub publish}; the answer to the last one that was made. */
    Reply publish(String token, String name, String version) {
        return publish(token, archive(name, version, "first").content());
    }

    Reply publish(String token, byte[] archive) {
        var invitation = newUpload("Bearer " + token);
        return invitation.status().contains(" 200 ")
                ? finish(token, upload(json(invitation), archive).header("Location"))
                : invitation;
    }

    Reply newUpload(String authorization) {
        return send(
                "GET",
                "/api/packages/versions/new",
                "Accept: application/vnd.pub.v2+json\nAuthorization: %s\n".formatted(authorization),
                "");
    }

    Reply upload(JsonNode invitation, byte[] archive) {
        var body = new ByteArrayOutputStream();
        invitation.path("fields").properties().forEach(field -> {
            var head = "--%s\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, field.getKey(), field.getValue().asText());
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        });
        var head = ("--%s\r\ncontent-type: application/octet-stream\r\n"
                        + "content-disposition: form-data; name=\"file\"; filename=\"package.tar.gz\"\r\n\r\n")
                .formatted(BOUNDARY);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(archive);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        var path =
                invitation.path("url").asText().substring(baseUri().toString().length());
        return RawHttp.send(
                baseUri(),
                "POST %s HTTP/1.1\nHost: %s\ncontent-type: multipart/form-data; boundary=%s\ncontent-length: %d\n\n"
                        .formatted(path, baseUri().getAuthority(), BOUNDARY, body.size()),
                body.toByteArray());
    }

    Reply finish(String token, String location) {
        return send(
                "GET",
                location.substring(baseUri().toString().length()),
                "Accept: application/vnd.pub.v2+json\nAuthorization: Bearer %s\n".formatted(token),
                "");
    }

    Reply get(String path) {
        return send("GET", path, "", "");
    }

    Reply send(String method, String path, String headers, String body) {
        var octets = body.getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                baseUri(),
                "%s %s HTTP/1.1\nHost: %s\n%sContent-Length: %d\n\n"
                        .formatted(method, path, baseUri().getAuthority(), headers, octets.length),
                octets);
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() {
        registry.close();
        issuer.close();
        forge.close();
        vertx.close();
    }
}
