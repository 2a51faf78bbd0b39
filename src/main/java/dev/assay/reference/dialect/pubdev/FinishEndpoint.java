package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.PolicyRules.IdMismatch;
import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Objection;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.dialect.ExchangeLoad;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Step 3 of publishing (dart-lang/pub-dev app/lib/package/backend.dart). Order: identity, archive, existing version,
 * permission.
 */
final class FinishEndpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final URI baseUri;
    private final Authentication authentication;
    private final UploadSpace space;
    private final Refusals refusals;
    private final AutomatedPublishing automatedPublishing;
    private final ExchangeLoad load;

    FinishEndpoint(
            Rules rules,
            RegistryCore core,
            URI baseUri,
            Authentication authentication,
            UploadSpace space,
            Refusals refusals,
            AutomatedPublishing automatedPublishing) {
        this.rules = rules;
        this.core = core;
        this.baseUri = baseUri;
        this.authentication = authentication;
        this.space = space;
        this.refusals = refusals;
        this.automatedPublishing = automatedPublishing;
        this.load = new ExchangeLoad(rules);
    }

    Answer answer(Request request) throws ApiProblem {
        return load.answer(() -> finish(request));
    }

    private Answer finish(Request request) throws ApiProblem {
        var caller = authentication.caller(request);
        var archive = space.take(uploadId(request))
                .orElseThrow(() -> ApiProblem.packageRejected("Package archive is empty (size = 0)."));
        Pubspec pubspec;
        try {
            pubspec = Pubspec.of(archive);
        } catch (ApiProblem unreadable) {
            return new UnreadableUploads(rules.publishing().unreadable())
                    .notRefused(ApiAnswers.json(200, Map.of("success", Map.of("message", "Successfully uploaded."))))
                    .orElseThrow(() -> unreadable);
        }
        return finish(caller, pubspec, archive);
    }

    private Answer finish(Caller caller, Pubspec pubspec, FileContent archive) throws ApiProblem {
        refuseExisting(pubspec, archive);
        publish(token(caller, pubspec), pubspec, archive);
        return success(pubspec, caller);
    }

    private static String uploadId(Request request) {
        var id = request.pathParameter("uploadId");
        return id.isEmpty()
                ? Optional.ofNullable(request.query().get("upload_id")).orElse("")
                : id;
    }

    /** The same content once more is not refused as early as that. */
    private void refuseExisting(Pubspec pubspec, FileContent archive) throws ApiProblem {
        if (published(pubspec).filter(file -> !file.content().equals(archive)).isPresent()) {
            throw exists(pubspec);
        }
    }

    private RegistryToken token(Caller caller, Pubspec pubspec) throws ApiProblem {
        if (caller instanceof Caller.Service service) {
            if (!isRegistered(pubspec.name())) {
                throw ApiProblem.packageRejected("Only users are allowed to upload new packages.");
            }
            return token(service, pubspec);
        }
        return ((Caller.User) caller).token();
    }

    private RegistryToken token(Caller.Service service, Pubspec pubspec) throws ApiProblem {
        try {
            return core.exchange()
                    .exchange(service.known().presented(), Sought.versionOf(pubspec.name(), pubspec.version()))
                    .token();
        } catch (Refused refused) {
            throw switch (refused.reason()) {
                case NO_POLICY, CLAIM_MISMATCH, MISSING_CLAIM, REFUSED_TRIGGER ->
                    refusals.problem(refused, reason(refused, service, pubspec), service.idToken());
                default -> refusals.problem(refused, service.idToken());
            };
        }
    }

    private String reason(Refused refused, Caller.Service service, Pubspec pubspec) {
        var policy = core.state()
                .atomically(() ->
                        core.state().policies().listed(pubspec.name()).stream().findFirst());
        if (policy.isEmpty()) {
            return Explanation.NOT_ENABLED;
        }
        var provider = Optional.ofNullable(
                rules.providers().get(service.known().issuer().kind()));
        var reason = provider.flatMap(
                        known -> new Explanation(policy.get(), service.known(), pubspec.version()).reason(known))
                .orElse(refused.detail());
        return reason.equals(Explanation.OTHER_IDS) ? reason + effect(pubspec.name(), policy.get()) : reason;
    }

    private String effect(String packageName, Publisher policy) {
        if (rules.policies().idMismatch() == IdMismatch.NOTHING) {
            return "";
        }
        automatedPublishing.disable(packageName, policy);
        return Explanation.DISABLING;
    }

    private void publish(RegistryToken token, Pubspec pubspec, FileContent archive) throws ApiProblem {
        if (published(pubspec).isPresent()) {
            throw exists(pubspec);
        }
        try {
            core.publishing().admit(token, pubspec.name());
            core.publishing()
                    .store(token, new Upload(pubspec.name(), pubspec.version(), fileName(pubspec), archive, Map.of()));
        } catch (UploadRefused refused) {
            throw problem(refused.objections().get(0), token, pubspec);
        }
    }

    private ApiProblem problem(Objection objection, RegistryToken token, Pubspec pubspec) {
        return switch (objection) {
            case FILE_EXISTS -> exists(pubspec);
            case CANNOT_CREATE -> ApiProblem.packageRejected("Only users are allowed to upload new packages.");
            case UPLOADS_DISABLED -> ApiProblem.packageRejected("Uploads are restricted. Please try again later.");
            case LONG_LIVED_TOKENS_REFUSED ->
                ApiProblem.insufficientPermissions(
                        ("Manual publishing has been disabled. This usually means this package should be published via"
                                        + " automated publishing (see https://dart.dev/tools/pub/automated-publishing)."
                                        + " To re-enable manual publishing, go to the package admin page (see"
                                        + " %s/packages/%s/admin).")
                                .formatted(baseUri, pubspec.name()));
            case EXPIRED, NOT_YET_VALID, USED_UP -> ApiProblem.missingAuthentication("Authentication failed.");
            default ->
                ApiProblem.insufficientPermissions(
                        "`%s` has insufficient permissions to upload new versions to existing package `%s`."
                                .formatted(token.account().orElse(""), pubspec.name()));
        };
    }

    private Answer success(Pubspec pubspec, Caller caller) {
        var members = new LinkedHashMap<String, Object>();
        members.put(
                "success",
                Map.of(
                        "message",
                        ("Successfully uploaded %s/packages/%s version %s, it may take up-to 10 minutes before the new"
                                        + " version is available.")
                                .formatted(baseUri, pubspec.name(), pubspec.version())));
        if (caller instanceof Caller.Service service && rules.answers().echo() == Echo.ID_TOKEN) {
            members.put("id_token", service.idToken());
        }
        return ApiAnswers.json(200, members);
    }

    private boolean isRegistered(String name) {
        return core.state().atomically(() -> core.state().packages().find(name).isPresent());
    }

    /** What stands in the way of the upload, where a version cannot be replaced. */
    private Optional<StoredFile> published(Pubspec pubspec) {
        return rules.publishing().replacement() == Replacement.REFUSED
                ? core.state()
                        .atomically(() -> core.state()
                                .packages()
                                .find(pubspec.name())
                                .flatMap(entry -> entry.file(fileName(pubspec))))
                : Optional.empty();
    }

    private static ApiProblem exists(Pubspec pubspec) {
        return ApiProblem.packageRejected(
                "Version %s of package %s already exists.".formatted(pubspec.version(), pubspec.name()));
    }

    private static String fileName(Pubspec pubspec) {
        return "%s-%s.tar.gz".formatted(pubspec.name(), pubspec.version());
    }
}
