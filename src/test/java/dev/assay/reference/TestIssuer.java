package dev.assay.reference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A small identity provider. */
public final class TestIssuer {

    private final HttpServer server;
    private final AtomicInteger keySetRequests = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String keySet = keySet(List.of(Scene.KEY));
    private volatile String namedIssuer = "";
    private volatile Consumer<HttpServerRequest> behaviour = this::serve;

    TestIssuer(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    behaviour.accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** How often the key set was asked for. */
    public int keySetRequests() {
        return keySetRequests.get();
    }

    /** How often anything was asked for. */
    public int requests() {
        return requests.get();
    }

    public void publish(RSAKey... keys) {
        keySet = keySet(List.of(keys));
    }

    public void publishText(String text) {
        keySet = text;
    }

    public void nameIssuer(String issuer) {
        namedIssuer = issuer;
    }

    public void behave(Consumer<HttpServerRequest> how) {
        behaviour = how;
    }

    public void recover() {
        behaviour = this::serve;
    }

    /** A compact token; the header is taken as it is, but for the signature RS256 is used. */
    public static String sign(RSAKey key, Map<String, Object> header, String payload) {
        return sign(key, Scene.write(header), payload);
    }

    public static String sign(RSAKey key, String header, String payload) {
        var content = encode(header) + "." + encode(payload);
        try {
            var signature = new RSASSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.RS256), content.getBytes(StandardCharsets.UTF_8));
            return content + "." + signature;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    void serve(HttpServerRequest request) {
        if (request.path().equals("/.well-known/openid-configuration")) {
            var issuer = namedIssuer.isEmpty() ? url() : namedIssuer;
            request.response().end(Scene.write(Map.of("issuer", issuer, "jwks_uri", url() + "/.well-known/jwks")));
        } else if (request.path().equals("/.well-known/jwks")) {
            keySetRequests.incrementAndGet();
            request.response().end(keySet);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static String keySet(List<RSAKey> keys) {
        return Scene.write(Map.of(
                "keys",
                keys.stream().map(JWK::toPublicJWK).map(JWK::toJSONObject).toList()));
    }
}
