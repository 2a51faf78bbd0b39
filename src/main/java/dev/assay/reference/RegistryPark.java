package dev.assay.reference;

import dev.assay.loopback.LoopbackServers;
import dev.assay.reference.behaviour.Behaviour;
import dev.assay.reference.wire.ForgeApi;
import dev.assay.reference.wire.HttpFetcher;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.ws.rs.client.Client;
import java.util.Optional;

/** A place for many short-lived registries, which share listening addresses and connections and nothing else. */
public final class RegistryPark implements AutoCloseable {
    private final Vertx vertx;
    private final LoopbackServers servers;
    private final HttpClient client;
    private final Client forges;

    /** An empty park. */
    public RegistryPark(Vertx vertx) {
        this.vertx = vertx;
        this.servers = new LoopbackServers(vertx, ReferenceRegistry.options());
        this.client = HttpFetcher.client(vertx, Optional.empty());
        this.forges = ForgeApi.client(vertx, Optional.empty());
    }

    /**
     * Starts a registry that holds nothing yet. One that asks for a port, a certificate or trust anchors gets a server
     * and a client of its own. Blocks until it listens; must not be called on an event loop.
     *
     * @throws IllegalStateException if it cannot listen
     */
    public ReferenceRegistry start(Behaviour behaviour, Surroundings surroundings) {
        var plain = surroundings.port() == 0
                && surroundings.certificate().isEmpty()
                && surroundings.trustAnchors().isEmpty();
        return plain
                ? ReferenceRegistry.start(servers, client, forges, behaviour, surroundings)
                : ReferenceRegistry.start(vertx, behaviour, surroundings);
    }

    /** Stops the servers of all registries that shared them. */
    @Override
    public void close() {
        client.close();
        forges.close();
        servers.close();
    }
}
