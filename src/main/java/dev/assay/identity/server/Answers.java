package dev.assay.identity.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends documents, in whatever way is wanted; a late answer holds no thread. */
final class Answers implements AutoCloseable {

    private static final int NESTING = 100_000;
    private static final Buffer BLANKS = Buffer.buffer(" ".repeat(64 * 1024));
    private static final int HUGE_PIECES = 128;

    private final Vertx vertx;
    private final Set<Long> timers = ConcurrentHashMap.newKeySet();

    Answers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Sends a JSON document, or what a fault makes of it. Faults of the document's content are not treated here. */
    void send(HttpServerRequest request, String document, Fault fault) {
        var response = request.response();
        if (fault instanceof Fault.Slow slow) {
            later(slow.delay().toMillis(), () -> json(response, document));
        } else if (fault instanceof Fault.Dripping dripping) {
            var octets = Buffer.buffer(document);
            jsonHead(response).putHeader("Content-Length", String.valueOf(octets.length()));
            drip(response, octets, 0, dripping.pause().toMillis());
        } else if (fault instanceof Fault.Redirect redirect) {
            response.setStatusCode(302)
                    .putHeader("Location", redirect.location())
                    .end();
        } else if (fault instanceof Fault.Kind kind) {
            send(request, document, kind);
        } else {
            json(response, document);
        }
    }

    private static void send(HttpServerRequest request, String document, Fault.Kind fault) {
        var response = request.response();
        switch (fault) {
            case SERVER_ERROR ->
                response.setStatusCode(500)
                        .putHeader("Content-Type", "text/plain")
                        .end("Internal Server Error");
            case NOT_FOUND -> response.setStatusCode(404).end();
            case GARBAGE ->
                response.putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3, '{', '"'}));
            case HTML ->
                response.putHeader("Content-Type", "text/html").end("<!doctype html><title>We'll be back</title>");
            case EMPTY_BODY ->
                response.putHeader("Content-Type", "application/json").end();
            case TRUNCATED -> json(response, document.substring(0, document.length() / 2));
            case DEEPLY_NESTED -> json(response, "[".repeat(NESTING) + "]".repeat(NESTING));
            case HUGE -> huge(response, document);
            case UNREACHABLE -> request.connection().close();
            default -> json(response, document);
        }
    }

    /** Late answers are given up. */
    @Override
    public void close() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
    }

    private void later(long milliseconds, Runnable answer) {
        timers.add(vertx.setTimer(Math.max(1, milliseconds), timer -> {
            timers.remove(timer);
            answer.run();
        }));
    }

    private void drip(HttpServerResponse response, Buffer octets, int sent, long pause) {
        if (response.closed()) {
            return;
        }
        if (sent == octets.length()) {
            response.end();
            return;
        }
        response.write(octets.getBuffer(sent, sent + 1));
        later(pause, () -> drip(response, octets, sent + 1, pause));
    }

    static void json(HttpServerResponse response, String document) {
        if (!response.ended() && !response.closed()) {
            jsonHead(response).end(document);
        }
    }

    private static HttpServerResponse jsonHead(HttpServerResponse response) {
        return response.putHeader("Content-Type", "application/json; charset=utf-8");
    }

    private static void huge(HttpServerResponse response, String document) {
        response.putHeader("Content-Type", "application/json").setChunked(true);
        response.write(document);
        writeBlanks(response, HUGE_PIECES);
    }

    /** As fast as the reader takes them, so that nothing piles up here. */
    private static void writeBlanks(HttpServerResponse response, int pieces) {
        var left = pieces;
        while (left > 0 && !response.closed()) {
            if (response.writeQueueFull()) {
                var rest = left;
                response.drainHandler(drained -> writeBlanks(response, rest));
                return;
            }
            response.write(BLANKS);
            left--;
        }
        if (!response.closed()) {
            response.end();
        }
    }
}
