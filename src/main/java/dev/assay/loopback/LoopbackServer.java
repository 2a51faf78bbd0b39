package dev.assay.loopback;

import dev.assay.tls.ServerIdentity;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.X509KeyManager;

/** An HTTP server that only this machine can reach. */
public final class LoopbackServer implements Listening {

    private static final String ADDRESS = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 10;

    private final HttpServer server;
    private final String url;

    private LoopbackServer(HttpServer server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any free one
     * @param identity for TLS
     * @throws IllegalStateException if the port cannot be had
     */
    public static LoopbackServer start(
            Vertx vertx, int port, Optional<ServerIdentity> identity, Handler<HttpServerRequest> handler) {
        var options = options().setPort(port);
        identity.ifPresent(tls -> options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(tls.certificateChainPem()))
                        .addKeyValue(Buffer.buffer(tls.privateKeyPem()))));
        return start(vertx, options, handler);
    }

    /**
     * Starts listening over TLS on any free port, with keys that are chosen when a client comes.
     *
     * @param keys chooses by what the client says of the host that it wants
     */
    public static LoopbackServer start(Vertx vertx, X509KeyManager keys, Handler<HttpServerRequest> handler) {
        return start(vertx, options().setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(keys)), handler);
    }

    static LoopbackServer start(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
        var server = await(
                vertx.createHttpServer(options).requestHandler(handler).listen(),
                "No server can be started on port " + options.getPort() + " of " + ADDRESS);
        var base = options.isSsl() ? "https://localhost:" : "http://" + ADDRESS + ":";
        return new LoopbackServer(server, base + server.actualPort());
    }

    static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(ADDRESS)
                .setPort(0)
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(1 << 20);
    }

    @Override
    public String url() {
        return url;
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        await(server.close(), "The server at " + url + " does not close");
    }

    private static <T> T await(Future<T> future, String failure) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure + ": interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(failure + ": " + e.getMessage(), e);
        }
    }
}
