package dev.assay.reference.wire;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the credential that a connection carried before for that of a request without one. */
public final class CredentialMemory implements Handler<RoutingContext> {

    private static final List<String> FIELDS = List.of("Authorization", "X-NuGet-ApiKey");

    private final Map<HttpConnection, Map<String, String>> seen = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var known = seen.computeIfAbsent(request.connection(), connection -> new ConcurrentHashMap<>());
        for (var field : FIELDS) {
            var given = request.getHeader(field);
            if (given != null) {
                known.put(field, given);
            } else if (known.containsKey(field)) {
                request.headers().set(field, known.get(field));
            }
        }
        context.next();
    }
}
