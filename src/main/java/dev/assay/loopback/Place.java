package dev.assay.loopback;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Somewhere to answer requests: a port, a path of a shared address, a host name behind a proxy. */
@FunctionalInterface
public interface Place {
    /** Answers there, alone, until what is returned is closed. */
    Listening listen(Handler<HttpServerRequest> answer);
}
