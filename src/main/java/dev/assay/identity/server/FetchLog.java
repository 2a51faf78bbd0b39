package dev.assay.identity.server;

import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who asked a server for what. */
final class FetchLog {

    private final Queue<Fetch> fetches = new ConcurrentLinkedQueue<>();

    void add(HttpServerRequest request) {
        var client = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        fetches.add(new Fetch(request.method().name(), request.uri(), client, Instant.now()));
    }

    /** As it is now; later requests do not change it. */
    List<Fetch> snapshot() {
        return List.copyOf(fetches);
    }
}
