package dev.assay.loopback;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server's address, and who answers there at the moment. */
final class SharedAddress {
    private final AtomicReference<@Nullable Tenancy> tenant = new AtomicReference<>();
    private String url = "";

    SharedAddress at(String serverUrl) {
        url = serverUrl;
        return this;
    }

    String url() {
        return url;
    }

    Tenancy answerWith(Handler<HttpServerRequest> answer) {
        var tenancy = new Tenancy(answer);
        tenant.set(tenancy);
        return tenancy;
    }

    void handle(HttpServerRequest request) {
        var now = tenant.get();
        if (now == null) {
            request.connection().close();
        } else {
            now.handle(request);
        }
    }

    /** The time in which one party answers. */
    final class Tenancy {
        private final Handler<HttpServerRequest> answer;
        private final Map<HttpConnection, HttpServerResponse> latest = new ConcurrentHashMap<>();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Tenancy(Handler<HttpServerRequest> answer) {
            this.answer = answer;
        }

        private void handle(HttpServerRequest request) {
            latest.put(request.connection(), request.response());
            answer.handle(request);
        }

        /** Nobody answers any more, and nobody waits any longer; false if that was so already. */
        boolean end() {
            if (!ended.compareAndSet(false, true)) {
                return false;
            }
            tenant.set(null);
            latest.forEach((connection, response) -> {
                if (!response.ended()) {
                    connection.close();
                }
            });
            return true;
        }
    }
}
