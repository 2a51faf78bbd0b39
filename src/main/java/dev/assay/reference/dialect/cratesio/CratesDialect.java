package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoints;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Optional;

/** The wire of crates.io. */
public final class CratesDialect implements Dialect {

    private static final String TOKENS = "/api/v1/trusted_publishing/tokens";
    private static final String NEW = "/api/v1/crates/new";

    private final Rules rules;
    private final URI baseUri;
    private final RegistryClock clock;
    private final ApiTokens apiTokens = new ApiTokens();
    private final Numbers numbers = new Numbers();

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public CratesDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.clock = clock;
    }

    @Override
    public PackageNaming naming() {
        return new CrateNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return new CratesTokenWriter(rules.tokens().prefix());
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        return core.credentials().withText(text).or(() -> core.credentials().fromIdToken(text));
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        var routes = new Routes(router, endpoints);
        var callers = new Callers(rules, core, apiTokens, clock);
        mountTokens(routes, core);
        mountConfigs(routes, core, callers);
        mountCrates(routes, core, callers);
        var created = new ApiTokenEndpoint(core, callers, apiTokens, numbers, clock);
        routes.on(HttpMethod.PUT, "/api/v1/me/tokens", created::create);
        routes.allowOnlyWhatIsMounted();
    }

    private void mountTokens(Routes routes, RegistryCore core) {
        var exchange = new ExchangeEndpoint(rules, core);
        routes.on(HttpMethod.POST, TOKENS, exchange::answer, rules.load().maximumExchangeBytes(), exchange::tooLong);
        routes.on(HttpMethod.DELETE, TOKENS, new RevokeEndpoint(core)::answer);
    }

    private void mountConfigs(Routes routes, RegistryCore core, Callers callers) {
        var table = new ConfigTable(core.state(), clock);
        for (var kind : ConfigKind.values()) {
            var path = "/api/v1/trusted_publishing/" + kind.collection();
            var configs = new ConfigEndpoints(kind, rules, core, callers, table);
            routes.on(HttpMethod.POST, path, configs::create);
            routes.on(HttpMethod.GET, path, new ConfigList(kind, core, callers, table, numbers)::list);
            routes.on(HttpMethod.DELETE, path + "/:id", configs::delete);
        }
    }

    private void mountCrates(Routes routes, RegistryCore core, Callers callers) {
        var releases = new Releases(core.state(), rules.publishing().visibility());
        var json = new CrateJson(releases, numbers, clock);
        var publish = new PublishEndpoint(
                rules.publishing(),
                core,
                new PublishCredential(core, callers),
                new PublishRefusals(baseUri),
                json,
                clock);
        Limit limit = rules.load().maximumUploadBytes();
        routes.on(HttpMethod.PUT, NEW, publish::answer, limit, request -> tooLong());
        var crates = new CrateEndpoints(core, callers, releases, json, baseUri);
        routes.on(HttpMethod.GET, "/api/v1/crates/:name", crates::show);
        routes.on(HttpMethod.PATCH, "/api/v1/crates/:name", crates::change);
        routes.on(HttpMethod.GET, "/api/v1/crates/:name/:version", crates::version);
        routes.on(HttpMethod.GET, "/api/v1/crates/:name/:version/download", crates::download);
        routes.on(HttpMethod.GET, "/crates/:name/:file", crates::file);
        var index = new SparseIndex(releases, baseUri);
        routes.on(HttpMethod.GET, "/index/config.json", index::configuration);
        routes.on(HttpMethod.GET, "/index/*path", index::crate);
    }

    private static Answer tooLong() {
        return UploadBody.tooLong().answer();
    }
}
