package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.PackageNaming;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.dialect.pubdev.ApiAnswers.Handler;
import dev.assay.reference.wire.Endpoints;
import dev.assay.reference.wire.Request;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Optional;

/** The wire of pub.dev: no exchange, the ID token itself is the bearer token of the publishing interface. */
public final class PubDevDialect implements Dialect {

    private final Rules rules;
    private final URI baseUri;
    private final RegistryClock clock;
    private final ApiAnswers answers;

    /** {@code baseUri} is where the registry is reached, without a slash at its end. */
    public PubDevDialect(Rules rules, URI baseUri, RegistryClock clock) {
        this.rules = rules;
        this.baseUri = baseUri;
        this.clock = clock;
        this.answers = new ApiAnswers(rules.answers().body());
    }

    @Override
    public PackageNaming naming() {
        return new PubNaming();
    }

    @Override
    public TokenWriter tokenWriter() {
        return (token, packageIds) -> rules.tokens().prefix() + token.secret();
    }

    @Override
    public Optional<RegistryToken> token(RegistryCore core, String text) {
        var known = core.credentials().withText(text).filter(RegistryToken::isLongLived);
        return known.isPresent() || rules.tokens().actions() == Actions.PUBLISH ? known : new TagToken(core).of(text);
    }

    @Override
    public String presentedToUpload(Request request) {
        return request.credentials("Bearer").orElse("");
    }

    @Override
    public void mount(Router router, RegistryCore core, Endpoints endpoints) {
        var automatedPublishing = new AutomatedPublishing(
                rules, core, new Sessions(this, core, rules.tokens().actions()));
        mountPublishing(router, core, endpoints, automatedPublishing);
        for (var path : new String[] {"automated-publishing", "publishing"}) {
            connect(endpoints, router.putWithRegex(pattern("/api/packages/:name/" + path)), automatedPublishing::put);
        }
        var pages = new PackagePages(core.state(), baseUri, rules.publishing().visibility());
        connect(endpoints, router.getWithRegex(pattern("/api/packages/:name")), pages::ofPackage);
        connect(endpoints, router.getWithRegex(pattern("/api/packages/:name/versions/:version")), pages::ofVersion);
        connect(endpoints, router.getWithRegex(pattern("/api/archives/:file")), pages::archive);
        router.errorHandler(404, context -> {
            var page = ApiAnswers.page(404, "404 Not Found");
            var response = context.response().setStatusCode(404);
            page.headers().forEach(response::putHeader);
            response.end(page.body());
        });
    }

    private void mountPublishing(
            Router router, RegistryCore core, Endpoints endpoints, AutomatedPublishing automatedPublishing) {
        var refusals = new Refusals(rules.answers(), core.state());
        var authentication = new Authentication(rules, core, refusals);
        var space = new UploadSpace(baseUri, clock);
        connect(endpoints, router.getWithRegex(pattern("/api/packages/versions/new")), request -> {
            authentication.caller(request);
            return space.invitation();
        });
        endpoints.connect(
                router.postWithRegex(pattern(UploadSpace.PATH)),
                space::receive,
                rules.load().maximumUploadBytes(),
                UploadSpace::tooLong);
        var finish = new FinishEndpoint(rules, core, baseUri, authentication, space, refusals, automatedPublishing);
        connect(endpoints, router.getWithRegex(pattern("/api/packages/versions/newUploadFinish")), finish::answer);
        connect(
                endpoints,
                router.getWithRegex(pattern("/api/packages/versions/newUploadFinish/:uploadId")),
                finish::answer);
    }

    private void connect(Endpoints endpoints, Route route, Handler handler) {
        endpoints.connect(route, answers.endpoint(handler));
    }

    /** Vert.x takes a path with or without a slash at its end for the same; this registry does not. */
    private static String pattern(String path) {
        return path.replaceAll(":(\\w+)", "(?<$1>[^/]+)");
    }
}
