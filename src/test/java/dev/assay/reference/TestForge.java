package dev.assay.reference;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A small forge: octo is 1001 and octo/widget 2001, until somebody says otherwise. */
public final class TestForge {

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    TestForge(Vertx vertx) {
        owner("octo", 1001);
        repository("octo", "widget", 2001);
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    public void owner(String login, int id) {
        answers.put("/users/" + login, "{\"login\":\"%s\",\"id\":%d}".formatted(login, id));
    }

    public void repository(String owner, String name, int id) {
        answers.put("/repos/" + owner + "/" + name, "{\"name\":\"%s\",\"id\":%d}".formatted(name, id));
    }

    private void serve(HttpServerRequest request) {
        var answer = answers.get(request.path().toLowerCase(Locale.ROOT));
        request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .setStatusCode(answer == null ? 404 : 200)
                .end(answer == null ? "{}" : answer);
    }
}
