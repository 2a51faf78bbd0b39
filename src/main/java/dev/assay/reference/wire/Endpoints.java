package dev.assay.reference.wire;

import dev.assay.reference.behaviour.Limit;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Connects endpoints to routes: bodies are read on the event loop, endpoints run on worker threads, unordered. */
public final class Endpoints {

    private static final Answer TOO_LONG = Answer.of(413, "text/plain", "the request is too long\n");

    private final Vertx vertx;

    /** Endpoints run on the workers that all registries of a process share. */
    public Endpoints(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Lets the endpoint answer the route, whatever the length of the body. */
    public void connect(Route route, Endpoint endpoint) {
        connect(route, endpoint, Limit.unlimited(), request -> TOO_LONG);
    }

    /** Lets the endpoint answer the route, and the other one requests whose body is longer than the limit, in bytes. */
    public void connect(Route route, Endpoint endpoint, Limit limit, Endpoint tooLong) {
        route.handler(context -> {
            var body = new BodyReader(limit);
            context.request().handler(body::add);
            context.request()
                    .endHandler(end ->
                            answer(context, body.isTooLong() ? tooLong : endpoint, request(context, body.content())));
            context.request().exceptionHandler(broken -> context.response().close());
        });
    }

    private void answer(RoutingContext context, Endpoint endpoint, Request request) {
        vertx.executeBlocking(() -> endpoint.answer(request), false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(crash -> send(context, Answer.of(500, "text/plain", "500 Internal Server Error\n")));
    }

    private static Request request(RoutingContext context, Buffer body) {
        return new Request(
                context.request().method().name(),
                context.request().uri(),
                Map.copyOf(context.pathParams()),
                context.queryParams(),
                context.request().headers(),
                body);
    }

    private static void send(RoutingContext context, Answer answer) {
        var response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.phrase().ifPresent(response::setStatusMessage);
        answer.headers().forEach(response::putHeader);
        response.end(answer.body());
    }
}
