package dev.assay.identity.server;

import dev.assay.loopback.Listening;
import dev.assay.loopback.LoopbackServer;
import dev.assay.loopback.Place;
import dev.assay.tls.ServerIdentity;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One address that many identity providers share, each below a path of its own. A registry whose configuration names
 * issuers beforehand can so be given one for every scenario.
 */
public final class IssuerHost implements AutoCloseable {
    private final Map<String, Handler<HttpServerRequest>> mounted = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    private IssuerHost(Vertx vertx, int port, Optional<ServerIdentity> identity) {
        this.server = LoopbackServer.start(vertx, port, identity, this::answer);
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param port 0 for any free one
     * @param identity for TLS; plain HTTP when absent
     * @throws IllegalStateException if the port cannot be had
     */
    public static IssuerHost start(Vertx vertx, int port, Optional<ServerIdentity> identity) {
        return new IssuerHost(vertx, port, identity);
    }

    /** Base URL without a trailing slash. */
    public String url() {
        return server.url();
    }

    /** Whoever listens here is asked for everything below the path, such as {@code /api}. */
    public Place at(String path) {
        return answer -> mount(path, answer);
    }

    Listening mount(String path, Handler<HttpServerRequest> answer) {
        mounted.put(path, answer);
        return new Mounted(path);
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        mounted.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey() + "/"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(nobody -> nobody.response().setStatusCode(404).end())
                .handle(request);
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Mounted implements Listening {
        private final String path;

        Mounted(String path) {
            this.path = path;
        }

        @Override
        public String url() {
            return server.url() + path;
        }

        @Override
        public void close() {
            mounted.remove(path);
        }
    }
}
