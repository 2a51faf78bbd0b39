package dev.assay.registry;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.TrustManagerFactory;

/** One client for connections in the clear and one for TLS, with their pools; used by several threads. */
final class HttpClients implements AutoCloseable {
    /** The longest header section that is read, in bytes. */
    static final int LONGEST_HEAD = 64 << 10;

    /** How long a connection may take to come about. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private static final int EVENT_LOOPS = 2;
    private static final int CONNECTIONS = 64;
    /** How long a connection is kept that nobody uses; see {@link Freshness} for how soon it is not used again. */
    private static final int IDLE_SECONDS = 3;

    private final Vertx vertx;
    private final HttpClient plain;
    private final HttpClient secure;

    private HttpClients(Vertx vertx, HttpClient plain, HttpClient secure) {
        this.vertx = vertx;
        this.plain = plain;
        this.secure = secure;
    }

    /**
     * Opens both.
     *
     * @param handshakeTimeout how long to wait for a TLS handshake
     * @param trusted certificates to trust instead of the platform's
     */
    static HttpClients open(Duration handshakeTimeout, Optional<KeyStore> trusted) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        var options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setHttp2KeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setInitialSettings(new Http2Settings().setMaxHeaderListSize(LONGEST_HEAD));
        var encrypted = new HttpClientOptions(options)
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(handshakeTimeout.toMillis());
        trusted.ifPresent(store -> encrypted.setTrustOptions(trusting(store)));
        return new HttpClients(vertx, client(vertx, options), client(vertx, encrypted));
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options) {
        // every failure comes back to who asked; without a handler Vert.x would log it as well
        return vertx.httpClientBuilder()
                .with(options)
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    private static TrustOptions trusting(KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificates that were read cannot be trusted", e);
        }
    }

    /** Does something with one of them, on an event loop. */
    void with(boolean tls, Consumer<HttpClient> deed) {
        vertx.getOrCreateContext().runOnContext(go -> deed.accept(tls ? secure : plain));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
