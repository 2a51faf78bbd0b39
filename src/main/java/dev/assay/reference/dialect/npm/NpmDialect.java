package dev.assay.reference.dialect.npm;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoints;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The wire of the npm registry. */
public final class NpmDialect implements Dialect {

    /** A name as clients write it: the scope's sign and its slash may be percent-encoded, in either case. */
    private static final String NAME = "(?<name>(?:@|%40)[^/%]+(?:%2[fF]|/)[^/]+|[^/]+)";

    private static final String PACKAGE = "/-/package/" + NAME;

    private final Rules rules;
    private final URI baseUri;
    private final RegistryClock clock;

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public NpmDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.clock = clock;
    }

    @Override
    public PackageNaming naming() {
        return new NpmNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return new NpmTokens(rules.tokens().prefix());
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        return NpmTokens.identify(core, text);
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        var tags = new DistTags();
        mountExchange(router, core, endpoints);
        mountTrust(router, core, endpoints);
        mountPackages(router, core, endpoints, tags);
        mountPublishing(router, core, endpoints, tags);
        router.errorHandler(
                404,
                context -> context.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"error\":\"Not found\"}"));
    }

    private void mountExchange(Router router, RegistryCore core, Endpoints endpoints) {
        var exchange = new ExchangeEndpoint(rules, core);
        endpoints.connect(
                router.postWithRegex("/-/npm/v1/oidc/token/exchange/package/" + NAME),
                exchange,
                rules.load().maximumExchangeBytes(),
                exchange::tooLong);
    }

    private void mountTrust(Router router, RegistryCore core, Endpoints endpoints) {
        var secondFactor = new SecondFactorEndpoints(core, new SecondFactor(clock), baseUri);
        endpoints.connect(router.getWithRegex("/(?:auth/cli|login)/(?<attempt>[^/]+)"), secondFactor::confirm);
        endpoints.connect(router.getWithRegex("/-/v1/done"), secondFactor::done);
        var trust = new TrustEndpoints(core, secondFactor);
        endpoints.connect(router.getWithRegex(PACKAGE + "/trust"), trust::list);
        endpoints.connect(router.postWithRegex(PACKAGE + "/trust"), trust::add);
        endpoints.connect(router.deleteWithRegex(PACKAGE + "/trust/(?<id>[^/]+)"), trust::remove);
    }

    private void mountPackages(Router router, RegistryCore core, Endpoints endpoints, DistTags tags) {
        var packages = new PackageEndpoints(core);
        endpoints.connect(router.getWithRegex("/-/whoami"), packages::whoami);
        endpoints.connect(router.getWithRegex("/-/ping"), request -> Answer.json(200, Map.of()));
        endpoints.connect(
                router.postWithRegex("/-/npm/v1/security/advisories/bulk"), request -> Answer.json(200, Map.of()));
        endpoints.connect(router.getWithRegex(PACKAGE + "/visibility"), packages::visibility);
        endpoints.connect(router.postWithRegex(PACKAGE + "/access"), packages::access);
        var distTags = new DistTagEndpoints(
                core, tags, new PublishRefusals(rules.publishing().refusedTokens()));
        endpoints.connect(router.getWithRegex(PACKAGE + "/dist-tags"), distTags::list);
        endpoints.connect(router.putWithRegex(PACKAGE + "/dist-tags/(?<tag>[^/]+)"), distTags::put);
        endpoints.connect(router.deleteWithRegex(PACKAGE + "/dist-tags/(?<tag>[^/]+)"), distTags::remove);
    }

    private void mountPublishing(Router router, RegistryCore core, Endpoints endpoints, DistTags tags) {
        var readers = new Packuments(core.state(), rules.publishing().visibility(), tags, baseUri);
        endpoints.connect(router.getWithRegex("/" + NAME + "/-/(?<file>[^/]+)"), readers::tarball);
        endpoints.connect(router.getWithRegex("/" + NAME), readers::ofPackage);
        endpoints.connect(router.getWithRegex("/" + NAME + "/(?<version>[^/]+)"), readers::ofVersion);
        endpoints.connect(
                router.putWithRegex("/" + NAME),
                new PublishEndpoint(rules, core, tags),
                rules.load().maximumUploadBytes(),
                NpmAnswers::tooLong);
    }
}
