package dev.assay.reference;

import dev.assay.reference.administration.Administration;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.SupportedIssuers;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.HttpFetcher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running embedded registry: one server with its own clock, store and behaviour. */
public final class ReferenceRegistry implements AutoCloseable {

    private static final int MAXIMUM_HEADER_BYTES = 32_760;
    private static final int START_SECONDS = 10;

    private final HttpServer server;
    private final HttpFetcher fetcher;
    private final URI baseUri;

    private ReferenceRegistry(HttpServer server, HttpFetcher fetcher, URI baseUri) {
        this.server = server;
        this.fetcher = fetcher;
        this.baseUri = baseUri;
    }

    /**
     * Starts a registry that holds nothing yet. Blocks until it listens; must not be called on an event loop.
     *
     * @throws IllegalStateException if it cannot listen
     */
    public static ReferenceRegistry start(Vertx vertx, Behaviour behaviour, Surroundings surroundings) {
        var router = Router.router(vertx);
        var server = await(vertx.createHttpServer(options(surroundings))
                .requestHandler(router)
                .listen(surroundings.port(), "127.0.0.1"));
        var baseUri = surroundings.certificate().isPresent()
                ? URI.create("https://localhost:" + server.actualPort())
                : URI.create("http://127.0.0.1:" + server.actualPort());
        var fetcher = new HttpFetcher(vertx, surroundings.trustAnchors());
        mount(router, behaviour.rules(), surroundings, baseUri, fetcher, new Endpoints(vertx));
        return new ReferenceRegistry(server, fetcher, baseUri);
    }

    /** Where it is reached, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    /** Stops it; everything it holds is gone. */
    @Override
    public void close() {
        server.close();
        fetcher.close();
    }

    private static void mount(
            Router router,
            Rules rules,
            Surroundings surroundings,
            URI baseUri,
            HttpFetcher fetcher,
            Endpoints endpoints) {
        var clock = new RegistryClock(surroundings.wallClock());
        var dialect = Dialects.speak(rules, baseUri, clock);
        var core = new RegistryCore(
                rules,
                SupportedIssuers.of(surroundings.issuers(), surroundings.furtherIssuers()),
                surroundings.forgeApi(),
                fetcher,
                dialect.naming(),
                dialect.tokenWriter(),
                clock,
                baseUri);
        new Administration(rules, core, dialect, clock).mount(router, endpoints);
        dialect.mount(router, core, endpoints);
    }

    private static HttpServerOptions options(Surroundings surroundings) {
        var options =
                new HttpServerOptions().setMaxHeaderSize(MAXIMUM_HEADER_BYTES).setHandle100ContinueAutomatically(true);
        surroundings
                .certificate()
                .ifPresent(certificate -> options.setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertValue(Buffer.buffer(certificate.chainPem()))
                                .addKeyValue(Buffer.buffer(certificate.keyPem()))));
        return options;
    }

    private static HttpServer await(Future<HttpServer> listening) {
        try {
            return listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the embedded registry cannot listen: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the embedded registry was starting", interrupted);
        }
    }
}
