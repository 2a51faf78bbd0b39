package dev.assay.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.assay.reference.behaviour.Behaviour;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An embedded registry with an issuer, a forge, the maintainer alice, and a client. */
public final class Scene implements AutoCloseable {

    /** The key that issuers sign with, unless they have others. */
    public static final RSAKey KEY = key("first");

    /** Another key. */
    public static final RSAKey OTHER_KEY = key("second");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-08-21T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final TestIssuer issuer = new TestIssuer(vertx);
    private final TestIssuer otherIssuer = new TestIssuer(vertx);
    private final TestForge forge = new TestForge(vertx);
    private final HttpClient client = vertx.createHttpClient();
    private final ReferenceRegistry registry;
    private final String session;

    private Scene(Behaviour behaviour) {
        var issuers = new LinkedHashMap<String, String>();
        issuers.put("github", issuer.url());
        issuers.put("gitlab", otherIssuer.url());
        registry = ReferenceRegistry.start(
                vertx,
                behaviour,
                new Surroundings(issuers, forge.url(), 0, Optional.empty(), Optional.empty(), () -> NOW));
        session = session("alice");
    }

    /** With a shipped behaviour. */
    public static Scene of(String behaviour) {
        return new Scene(Behaviour.shipped(behaviour));
    }

    /** With a shipped behaviour and a merge patch in YAML over it. */
    public static Scene of(String behaviour, String change) {
        try {
            return new Scene(Behaviour.shipped(behaviour).with(new YAMLMapper().readTree(change)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public TestIssuer otherIssuer() {
        return otherIssuer;
    }

    public TestForge forge() {
        return forge;
    }

    public URI baseUri() {
        return registry.baseUri();
    }

    public String session() {
        return session;
    }

    public String session(String account) {
        return administer("POST", "/accounts", "", "{\"name\":\"%s\"}".formatted(account))
                .json()
                .path("session")
                .asText();
    }

    /** Registers a package of alice's. */
    public Scene withPackage(String name) {
        administer("POST", "/packages", session, "{\"name\":\"%s\"}".formatted(name));
        return this;
    }

    /** Registers a package of alice's that octo/widget may publish. */
    public Scene withPolicy(String name) {
        withPackage(name).policy(name, policy());
        return this;
    }

    /** Makes a policy and says which id it got. */
    public String policy(String packageName, Map<String, Object> policy) {
        return administer("POST", "/packages/" + packageName + "/publishers", session, write(policy))
                .json()
                .path("id")
                .asText();
    }

    public Map<String, Object> policy() {
        var policy = new LinkedHashMap<String, Object>();
        policy.put("provider", "github");
        policy.put("owner", "octo");
        policy.put("repository", "widget");
        policy.put("workflow", "release.yml");
        return policy;
    }

    /** What a sound ID token of octo/widget's release.yml says. */
    public Map<String, Object> claims() {
        return SoundClaims.of(issuer.url(), NOW);
    }

    public Map<String, Object> claims(String name, Object value) {
        var claims = claims();
        claims.put(name, value);
        return claims;
    }

    public Map<String, Object> claimsWithout(String name) {
        var claims = claims();
        claims.remove(name);
        return claims;
    }

    public String sign(Map<String, Object> claims) {
        return TestIssuer.sign(KEY, Map.of("alg", "RS256", "typ", "JWT", "kid", KEY.getKeyID()), write(claims));
    }

    public Reply mint(Map<String, Object> claims) {
        return mintText(sign(claims));
    }

    public Reply mintText(String idToken) {
        return send("POST", "/_/oidc/mint-token", Map.of(), Buffer.buffer(write(Map.of("token", idToken))));
    }

    public String registryToken() {
        return mint(claims()).json().path("token").asText();
    }

    public Reply administer(String method, String path, String session, String body) {
        return send(method, "/_assay" + path, Map.of("Authorization", "Bearer " + session), Buffer.buffer(body));
    }

    public void advance(long seconds) {
        administer("POST", "/clock", "", "{\"advanceSeconds\":%d}".formatted(seconds));
    }

    public Reply get(String path) {
        return send("GET", path, Map.of(), Buffer.buffer());
    }

    public Reply send(String method, String path, Map<String, String> headers, Buffer body) {
        var options =
                new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(registry.baseUri() + path);
        headers.forEach(options::putHeader);
        try {
            return client.request(options)
                    .compose(request -> request.send(body).compose(Scene::reply))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        registry.close();
        vertx.close();
    }

    private static Future<Reply> reply(HttpClientResponse response) {
        return response.body()
                .map(body ->
                        new Reply(response.statusCode(), response.statusMessage(), headers(response), body.toString()));
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What came back. */
    public record Reply(int status, String phrase, Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException(body, notJson);
            }
        }

        public String code() {
            return json().path("errors").path(0).path("code").asText();
        }

        public String description() {
            return json().path("errors").path(0).path("description").asText();
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }
}
