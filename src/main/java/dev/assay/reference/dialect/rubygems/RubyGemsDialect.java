package dev.assay.reference.dialect.rubygems;

import static java.util.Objects.requireNonNull;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Endpoints;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Optional;

/** The wire of RubyGems.org. */
public final class RubyGemsDialect implements Dialect {

    private static final String POLICIES = "/api/v1/gems/:gem/trusted_publishers";

    private final Rules rules;
    private final URI baseUri;
    private final ApiKeys keys;

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public RubyGemsDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.keys = new ApiKeys(rules.tokens(), rules.policies().configuredBy(), clock);
    }

    @Override
    public PackageNaming naming() {
        return new GemNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return new KeyWriter(rules.tokens().prefix());
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        return keys.key(core, text);
    }

    @Override
    public Optional<Account> account(RegistryCore core, String credential) {
        return keys.manager(core, credential);
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        mountExchange(router, core, endpoints);
        mountManagement(router, core, endpoints);
        mountPush(router, core, endpoints);
        mountReading(router, core, endpoints);
        endpoints.connect(router.route(), Rails::notFound);
    }

    private void mountExchange(Router router, RegistryCore core, Endpoints endpoints) {
        var exchange = new ExchangeEndpoint(rules, core);
        for (var suffix : new String[] {"", ".json"}) {
            endpoints.connect(
                    router.post("/api/v1/oidc/trusted_publisher/exchange_token" + suffix),
                    exchange,
                    rules.load().maximumExchangeBytes(),
                    exchange::tooLong);
        }
    }

    private void mountManagement(Router router, RegistryCore core, Endpoints endpoints) {
        var key = new ApiKeyEndpoint(core, keys);
        for (var suffix : new String[] {"", ".json"}) {
            endpoints.connect(router.post("/api/v1/api_key" + suffix), key);
            endpoints.connect(router.get("/api/v1/api_key" + suffix), ApiKeyEndpoint::gone);
        }
        var fields = requireNonNull(rules.providers().get(TrustedPublishers.PROVIDER))
                .fields();
        var policies = new TrustedPublishers(core, keys, new LinkIds(), fields);
        endpoints.connect(router.get(POLICIES), policies::list);
        endpoints.connect(router.post(POLICIES), policies::create);
        endpoints.connect(router.get(POLICIES + "/:id"), policies::show);
        endpoints.connect(router.delete(POLICIES + "/:id"), policies::delete);
    }

    private void mountPush(Router router, RegistryCore core, Endpoints endpoints) {
        var push = new PushEndpoint(rules, core, keys);
        endpoints.connect(
                router.post("/api/v1/gems"),
                push,
                rules.load().maximumUploadBytes(),
                request -> Answer.of(413, "text/html", "<h1>413 Request Entity Too Large</h1>"));
    }

    private void mountReading(Router router, RegistryCore core, Endpoints endpoints) {
        var shelf = new Shelf(core.state(), rules.publishing().visibility());
        var json = new VersionsJson(shelf, baseUri);
        get(router, endpoints, "/api/v1/versions/:gem", json::versions);
        get(router, endpoints, "/api/v1/gems/:gem", json::newest);
        get(router, endpoints, "/api/v2/rubygems/:gem/versions/:number", json::version);
        get(router, endpoints, "/api/v1/attestations/:fullName", json::attestations);
        var compact = new CompactIndex(shelf);
        get(router, endpoints, "/info/:gem", compact::info);
        get(router, endpoints, "/versions", compact::versions);
        get(router, endpoints, "/names", compact::names);
        var files = new IndexFiles(shelf);
        get(router, endpoints, "/specs.4.8.gz", files::released);
        get(router, endpoints, "/latest_specs.4.8.gz", files::latest);
        get(router, endpoints, "/prerelease_specs.4.8.gz", files::prerelease);
        get(router, endpoints, "/quick/Marshal.4.8/:file", files::specification);
        get(router, endpoints, "/gems/:file", files::gem);
        var page = new GemPage(shelf, rules.publishing().sourceRepository());
        get(router, endpoints, "/gems/:gem/versions/:number", page::ofVersion);
    }

    private static void get(Router router, Endpoints endpoints, String path, Endpoint endpoint) {
        endpoints.connect(
                router.getWithRegex(path.replace(".", "\\.").replaceAll(":(\\w+)", "(?<$1>[^/]+)")), endpoint);
    }
}
