package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.Request;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The wire of the Python Package Index. */
public final class PypiDialect implements Dialect {

    private final Rules rules;
    private final URI baseUri;
    private final RegistryClock clock;

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public PypiDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.clock = clock;
    }

    @Override
    public PackageNaming naming() {
        return new PypiNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return new MacaroonWriter(rules.tokens().prefix(), baseUri.getHost());
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        return presentedTokens(core)
                .identify(text)
                .filter(presented ->
                        presented.isGenuine() && presented.appended().isEmpty())
                .map(PresentedToken::token);
    }

    @Override
    public String presentedToUpload(Request request) {
        return UploadCredential.of(request)
                .filter(credential -> !credential.isPassword())
                .map(UploadCredential::text)
                .orElse("");
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        mountExchange(router, core, endpoints);
        mountUpload(router, core, endpoints);
        mountReading(router, core, endpoints);
        router.errorHandler(
                404,
                context -> context.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "text/html; charset=UTF-8")
                        .end(
                                "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"));
    }

    private void mountExchange(Router router, RegistryCore core, Endpoints endpoints) {
        endpoints.connect(router.getWithRegex(pattern("/_/oidc/audience")), new AudienceEndpoint(rules));
        allowOnly(router, "/_/oidc/audience", HttpMethod.GET);
        var mint = new MintEndpoint(rules, core);
        for (var path : List.of("/_/oidc/mint-token", "/_/oidc/github/mint-token")) {
            var route = router.postWithRegex(pattern(path));
            endpoints.connect(route, mint, rules.load().maximumExchangeBytes(), mint::tooLong);
            allowOnly(router, path, HttpMethod.POST);
        }
    }

    private void mountUpload(Router router, RegistryCore core, Endpoints endpoints) {
        var upload = new UploadEndpoint(rules, core, presentedTokens(core));
        var route = router.postWithRegex(pattern("/legacy/"));
        endpoints.connect(route, upload, rules.load().maximumUploadBytes(), UploadEndpoint::tooLong);
        endpoints.connect(
                router.postWithRegex(pattern("/legacy")), request -> Answer.redirect(308, baseUri + "/legacy/"));
    }

    private void mountReading(Router router, RegistryCore core, Endpoints endpoints) {
        var shelf = new Shelf(core.state(), rules.publishing().visibility());
        var json = new LegacyJson(shelf, baseUri);
        connect(router, endpoints, "/pypi/:name/json", json::ofPackage);
        connect(router, endpoints, "/pypi/:name/:version/json", json::ofVersion);
        var simple = new SimpleIndex(shelf, baseUri);
        connect(router, endpoints, "/simple/", simple::list);
        connect(router, endpoints, "/simple/:name/", simple::ofPackage);
        connect(router, endpoints, "/simple/:name", SimpleIndex::withSlash);
        connect(router, endpoints, "/packages/:a/:b/:rest/:file", new FileEndpoint(shelf));
        connect(
                router,
                endpoints,
                "/project/:name/",
                new ProjectPage(shelf, rules.publishing().sourceRepository()));
    }

    private static void connect(Router router, Endpoints endpoints, String path, Endpoint endpoint) {
        endpoints.connect(router.getWithRegex(pattern(path)), endpoint);
    }

    /** Vert.x takes a path with or without a slash at its end for the same; this registry does not. */
    private static String pattern(String path) {
        return path.replaceAll(":(\\w+)", "(?<$1>[^/]+)");
    }

    private static void allowOnly(Router router, String path, HttpMethod method) {
        router.routeWithRegex(pattern(path))
                .handler(context -> context.response()
                        .setStatusCode(405)
                        .putHeader("Allow", method.name())
                        .end());
    }

    private PresentedTokens presentedTokens(RegistryCore core) {
        return new PresentedTokens(rules.tokens().prefix(), core.credentials(), clock);
    }
}
