package dev.assay.loopback;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Plain HTTP servers of the loopback address that are used one after another: opening a port for every scenario would
 * cost more than most scenarios do, and soon leave no port that is not still closing. Who gets an address answers alone
 * there until giving it back; what is still under way then is cut off.
 */
public final class LoopbackServers implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServerOptions options;
    private final Deque<SharedAddress> idle = new ConcurrentLinkedDeque<>();
    private final Deque<LoopbackServer> all = new ConcurrentLinkedDeque<>();

    /** No server yet; they are started when they are needed. */
    public LoopbackServers(Vertx vertx) {
        this(vertx, LoopbackServer.options());
    }

    /** No server yet; those that will be started have these options, whose host and port do not count. */
    public LoopbackServers(Vertx vertx, HttpServerOptions options) {
        this.vertx = vertx;
        this.options = new HttpServerOptions(options).setHost("127.0.0.1").setPort(0);
    }

    /** The event loops that the servers run on. */
    public Vertx vertx() {
        return vertx;
    }

    /** An address at which nobody else answers until it is closed. */
    public Listening listen(Handler<HttpServerRequest> answer) {
        var address = Optional.ofNullable(idle.poll()).orElseGet(this::start);
        return new Lease(address, address.answerWith(answer));
    }

    private SharedAddress start() {
        var address = new SharedAddress();
        var server = LoopbackServer.start(vertx, options, address::handle);
        all.add(server);
        return address.at(server.url());
    }

    /** Stops all servers, whoever still uses one. */
    @Override
    public void close() {
        idle.clear();
        all.forEach(LoopbackServer::close);
        all.clear();
    }

    private final class Lease implements Listening {
        private final SharedAddress address;
        private final SharedAddress.Tenancy tenancy;

        Lease(SharedAddress address, SharedAddress.Tenancy tenancy) {
            this.address = address;
            this.tenancy = tenancy;
        }

        @Override
        public String url() {
            return address.url();
        }

        @Override
        public void close() {
            if (tenancy.end()) {
                idle.push(address);
            }
        }
    }
}
