package dev.assay.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Set;

/** Passes plain requests on to hosts that were allowed, and their answers back. */
final class Relay implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MS = 5000;

    /** What is between two neighbours only (RFC 9110 §7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpClient client;

    Relay(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS));
    }

    /** Passes a request on; 502 if nothing answers there. */
    void pass(HttpServerRequest request, Destination destination) {
        request.pause();
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(destination.host())
                .setPort(destination.port())
                .setURI(request.path() + (request.query() == null ? "" : "?" + request.query()));
        client.request(options)
                .compose(onward -> {
                    copy(request.headers(), onward.headers());
                    return hasBody(request) ? onward.send(request) : onward.send();
                })
                .onSuccess(answer -> giveBack(answer, request))
                .onFailure(problem ->
                        ForwardProxy.text(request, 502, destination + " cannot be reached: " + problem.getMessage()));
    }

    /** A request has a body if it says so (RFC 9112 §6). */
    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains("Content-Length") || request.headers().contains("Transfer-Encoding");
    }

    private static void giveBack(HttpClientResponse answer, HttpServerRequest request) {
        var response = request.response().setStatusCode(answer.statusCode());
        copy(answer.headers(), response.headers());
        if (!response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        answer.pipeTo(response);
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                to.add(name, value);
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
