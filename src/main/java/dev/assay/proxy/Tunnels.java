package dev.assay.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries octets between the clients of a proxy and where they wanted to go, without looking at them. */
final class Tunnels implements AutoCloseable {
    /** More than the suite opens at once many times over; a registry that leaks connections meets an end. */
    static final int MOST = 256;

    private static final int CONNECT_TIMEOUT_MS = 5000;

    private final NetClient client;
    private final AtomicInteger open = new AtomicInteger();

    Tunnels(Vertx vertx) {
        client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS));
    }

    /** Answers a CONNECT request: 200 and a tunnel, 502 if nothing answers there, 503 if there are too many. */
    void open(HttpServerRequest request, Destination destination) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            ForwardProxy.text(request, 503, "There are " + MOST + " tunnels already.");
            return;
        }
        request.pause();
        client.connect(destination.port(), destination.host())
                .onSuccess(far -> join(request, far))
                .onFailure(problem -> {
                    open.decrementAndGet();
                    request.resume();
                    ForwardProxy.text(request, 502, destination + " cannot be reached: " + problem.getMessage());
                });
    }

    private void join(HttpServerRequest request, NetSocket far) {
        far.pause();
        far.closeHandler(closed -> open.decrementAndGet());
        request.toNetSocket()
                .onSuccess(near -> {
                    near.closeHandler(closed -> far.close());
                    near.pipeTo(far);
                    far.pipeTo(near);
                })
                .onFailure(problem -> far.close());
    }

    @Override
    public void close() {
        client.close();
    }
}
