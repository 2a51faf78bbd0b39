package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.Request;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Optional;

/** The wire of nuget.org. */
public final class NugetDialect implements Dialect {

    private final Rules rules;
    private final URI baseUri;
    private final RegistryClock clock;
    private final OwnerNumbers owners = new OwnerNumbers();

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public NugetDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.clock = clock;
    }

    @Override
    public PackageNaming naming() {
        return new NugetNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return new ApiKeyWriter(rules.tokens().prefix(), owners, clock);
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        return keys(core).find(text);
    }

    @Override
    public String presentedToUpload(Request request) {
        return request.header(PushEndpoint.KEY_HEADER);
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        owners.look(core.state());
        var exchange = new TokenEndpoint(rules, core, keys(core));
        endpoints.connect(
                router.post("/api/v2/token"), exchange, rules.load().maximumExchangeBytes(), exchange::tooLong);
        mountPackages(router, core, endpoints);
    }

    private void mountPackages(Router router, RegistryCore core, Endpoints endpoints) {
        var publishing = rules.publishing();
        var push = new PushEndpoint(core, keys(core), publishing, baseUri);
        endpoints.connect(
                router.put("/api/v2/package"), push, rules.load().maximumUploadBytes(), PackageAnswers::tooLarge);
        var feed = new Feed(core.state(), publishing.visibility(), baseUri);
        var unlisted = new Unlisted(rules.tokens().actions());
        var version = "/api/v2/package/:id/:version";
        endpoints.connect(
                router.delete(version), new ListingEndpoint(core, keys(core), feed, unlisted, baseUri, false));
        endpoints.connect(router.post(version), new ListingEndpoint(core, keys(core), feed, unlisted, baseUri, true));
        endpoints.connect(router.get(version), feed::download);
        endpoints.connect(router.get("/v3/index.json"), feed::serviceIndex);
        endpoints.connect(router.get("/v3-flatcontainer/:id/index.json"), feed::versions);
        endpoints.connect(router.get("/v3-flatcontainer/:id/:version/:file"), feed::download);
    }

    private ApiKeys keys(RegistryCore core) {
        return new ApiKeys(rules.tokens(), core.credentials(), clock);
    }
}
