package dev.assay.identity.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who asked a server for what. */
final class FetchLog {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** Has to be called before the answer begins. */
    void add(String what, HttpServerRequest request) {
        var entry = new Entry(what, request);
        entries.add(entry);
        request.response().endHandler(end -> entry.ended());
    }

    /** As it is now; later requests do not change it. */
    List<Fetch> snapshot() {
        return entries.stream().map(Entry::fetch).toList();
    }

    private static final class Entry {
        private final String what;
        private final String method;
        private final String url;
        private final String client;
        private final HttpServerResponse response;
        private final Instant at = Instant.now();
        private volatile Optional<Fetch.Answered> answer = Optional.empty();

        Entry(String what, HttpServerRequest request) {
            this.what = what;
            this.method = request.method().name();
            this.url = request.absoluteURI();
            this.client = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
            this.response = request.response();
        }

        void ended() {
            answer = Optional.of(new Fetch.Answered(
                    response.headWritten() ? response.getStatusCode() : 0,
                    response.ended(),
                    Duration.between(at, Instant.now())));
        }

        Fetch fetch() {
            return new Fetch(what, method, url, client, at, answer);
        }
    }
}
