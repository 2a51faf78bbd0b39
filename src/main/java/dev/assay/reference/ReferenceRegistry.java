package dev.assay.reference;

import dev.assay.loopback.LoopbackServers;
import dev.assay.reference.administration.Administration;
import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.behaviour.TokenRules.Missing;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.SupportedIssuers;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.CredentialEcho;
import dev.assay.reference.wire.CredentialMemory;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.ForgeApi;
import dev.assay.reference.wire.HttpFetcher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running embedded registry: one server with its own clock, store and behaviour. */
public final class ReferenceRegistry implements AutoCloseable {

    private static final int MAXIMUM_HEADER_BYTES = 32_760;
    private static final int START_SECONDS = 10;

    private final URI baseUri;
    private final Runnable stop;

    private ReferenceRegistry(URI baseUri, Runnable stop) {
        this.baseUri = baseUri;
        this.stop = stop;
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
        var client = HttpFetcher.client(vertx, surroundings.trustAnchors());
        var fetcher = new HttpFetcher(vertx, client);
        var forges = ForgeApi.client(vertx, surroundings.trustAnchors());
        mount(router, behaviour.rules(), surroundings, baseUri, fetcher, forges, new Endpoints(vertx));
        return new ReferenceRegistry(baseUri, () -> {
            server.close();
            fetcher.close();
            forges.close();
            client.close();
        });
    }

    /**
     * Starts a registry that holds nothing yet at an address that others had before it; the surroundings' port does not
     * count. Blocks while a new address is made; must not be called on an event loop.
     *
     * @param client fetches documents, for other registries too
     * @param forges asks forges, for other registries too
     */
    static ReferenceRegistry start(
            LoopbackServers servers, HttpClient client, Client forges, Behaviour behaviour, Surroundings surroundings) {
        var vertx = servers.vertx();
        var router = Router.router(vertx);
        var address = servers.listen(router);
        var baseUri = URI.create(address.url());
        var fetcher = new HttpFetcher(vertx, client);
        mount(router, behaviour.rules(), surroundings, baseUri, fetcher, forges, new Endpoints(vertx));
        return new ReferenceRegistry(baseUri, () -> {
            fetcher.close();
            address.close();
        });
    }

    /** Where it is reached, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    /** Stops it; everything it holds is gone. */
    @Override
    public void close() {
        stop.run();
    }

    private static void mount(
            Router router,
            Rules rules,
            Surroundings surroundings,
            URI baseUri,
            HttpFetcher fetcher,
            Client forges,
            Endpoints endpoints) {
        var clock = new RegistryClock(surroundings.wallClock());
        var dialect = Dialects.speak(rules, baseUri, clock);
        var core = new RegistryCore(
                rules,
                SupportedIssuers.of(surroundings.issuers(), surroundings.furtherIssuers()),
                new ForgeApi(forges, surroundings.forgeApi()),
                fetcher,
                dialect.naming(),
                dialect.tokenWriter(),
                clock,
                baseUri);
        if (rules.answers().echo() == Echo.CREDENTIAL_IN_REFUSALS) {
            router.route().handler(new CredentialEcho());
        }
        if (rules.tokens().missing() == Missing.AS_BEFORE) {
            router.route().handler(new CredentialMemory());
        }
        core.keySet()
                .ifPresent(keys ->
                        endpoints.connect(router.get("/.well-known/jwks.json"), request -> Answer.json(200, keys)));
        new Administration(rules, core, dialect, clock).mount(router, endpoints);
        dialect.mount(router, core, endpoints);
    }

    static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxHeaderSize(MAXIMUM_HEADER_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    private static HttpServerOptions options(Surroundings surroundings) {
        var options = options();
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
