package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoints;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Routes in the framework's manner: {@code :name} is one segment, {@code *name} the rest; a slash more is another path. */
final class Routes {

    private final Router router;
    private final Endpoints endpoints;
    private final Map<String, TreeSet<String>> methods = new LinkedHashMap<>();

    Routes(Router router, Endpoints endpoints) {
        this.router = router;
        this.endpoints = endpoints;
        router.errorHandler(404, Routes::notFound);
    }

    void on(HttpMethod method, String path, Front.Action action) {
        on(method, path, action, Limit.unlimited(), action);
    }

    /** {@code tooLong} answers requests whose body is longer than the limit, in bytes. */
    void on(HttpMethod method, String path, Front.Action action, Limit limit, Front.Action tooLong) {
        var pattern = pattern(path);
        methods.computeIfAbsent(pattern, known -> new TreeSet<>()).add(method.name());
        endpoints.connect(router.routeWithRegex(method, pattern), new Front(action), limit, new Front(tooLong));
    }

    /** Answers other methods on the paths that there are. */
    void allowOnlyWhatIsMounted() {
        methods.forEach((pattern, allowed) -> router.routeWithRegex(pattern)
                .handler(context -> send(context, Answer.empty(405).with("Allow", String.join(",", allowed)))));
    }

    private static void notFound(RoutingContext context) {
        var isHead = context.request().method() == HttpMethod.HEAD;
        send(context, isHead ? Answer.empty(404) : Rejected.notFound().answer());
    }

    private static void send(RoutingContext context, Answer answer) {
        var response = context.response().setStatusCode(answer.status());
        Front.dressed(answer).headers().forEach(response::putHeader);
        response.end(answer.body());
    }

    private static String pattern(String path) {
        return path.replaceAll(":(\\w+)", "(?<$1>[^/]+)").replaceAll("\\*(\\w+)", "(?<$1>.+)");
    }
}
