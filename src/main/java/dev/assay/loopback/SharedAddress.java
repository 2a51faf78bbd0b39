package dev.assay.loopback;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** An address, and who answers there at the moment: whoever came last and has not left. */
final class SharedAddress {
    private final Deque<Tenancy> tenants = new ConcurrentLinkedDeque<>();
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
        tenants.push(tenancy);
        return tenancy;
    }

    boolean isVacant() {
        return tenants.isEmpty();
    }

    void handle(HttpServerRequest request) {
        var now = tenants.peek();
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

        private Tenancy(Handler<HttpServerRequest> answer) {
            this.answer = answer;
        }

        private void handle(HttpServerRequest request) {
            latest.put(request.connection(), request.response());
            answer.handle(request);
        }

        /** This party answers no more, and nobody waits for it any longer; false if that was so already. */
        boolean end() {
            if (!tenants.remove(this)) {
                return false;
            }
            latest.forEach((connection, response) -> {
                if (!response.ended()) {
                    connection.close();
                }
            });
            return true;
        }
    }
}
