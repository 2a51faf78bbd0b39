package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.PublishingRules.Names;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /legacy/} (pypi/warehouse warehouse/forklift/legacy.py). Order: switches, identity, form and metadata,
 * permission, file.
 */
final class UploadEndpoint implements Endpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final PresentedTokens tokens;
    private final UploadTexts texts;
    private final UnreadableUploads unreadable;

    UploadEndpoint(Rules rules, RegistryCore core, PresentedTokens tokens) {
        this.rules = rules;
        this.core = core;
        this.tokens = tokens;
        this.texts = new UploadTexts(rules.publishing().spellings());
        this.unreadable = new UnreadableUploads(rules.publishing().unreadable());
    }

    /** What an upload that is too long is answered with. */
    static Answer tooLong(Request request) {
        return UploadAnswers.badRequest(request, "File too large.");
    }

    @Override
    public Answer answer(Request request) {
        var form = UploadForm.read(request);
        if (!isFileUpload(request, form)) {
            return unreadable.notRefused(UploadAnswers.success(request)).orElseGet(UploadEndpoint::notFound);
        }
        if (!rules.switches().uploads()) {
            return UploadAnswers.forbidden(request, UploadTexts.UPLOADS_DISABLED);
        }
        var credential = UploadCredential.of(request);
        if (credential.isEmpty()) {
            return UploadAnswers.forbidden(request, UploadTexts.INVALID_AUTHENTICATION);
        }
        if (credential.get().isPassword()) {
            return UploadAnswers.forbidden(request, UploadTexts.NO_PASSWORDS);
        }
        return tokens.identify(credential.get().text())
                .map(token -> upload(request, form.orElseThrow(), token))
                .orElseGet(() -> UploadAnswers.forbidden(request, UploadTexts.INVALID_AUTHENTICATION));
    }

    private static Answer notFound() {
        return Answer.of(404, "text/html; charset=UTF-8", "<html><body><h1>404 Not Found</h1></body></html>");
    }

    private static boolean isFileUpload(Request request, Optional<UploadForm> form) {
        var inQuery = "file_upload".equals(request.query().get(":action"));
        return form.isPresent() && (inQuery || form.get().first(":action").equals("file_upload"));
    }

    private Answer upload(Request request, UploadForm form, PresentedToken presented) {
        var formProblem = UploadRules.formProblem(form);
        if (formProblem.isPresent()) {
            return UploadAnswers.badRequest(request, formProblem.get());
        }
        try {
            return admit(request, form, presented);
        } catch (UploadRefused refused) {
            return texts.answer(request, refused);
        }
    }

    private Answer admit(Request request, UploadForm form, PresentedToken presented) throws UploadRefused {
        var name = form.first("name");
        var objections = objectionsOfHolder(presented, name);
        if (!objections.isEmpty()) {
            return UploadAnswers.forbidden(request, "Invalid API Token: " + String.join(", ", objections));
        }
        core.publishing().admit(presented.token(), name);
        return store(
                request,
                rules.publishing().names() == Names.RIGHTS_BY_OUTER_NAME ? form.named(form.nameInFileName()) : form,
                presented.token());
    }

    private Answer store(Request request, UploadForm form, RegistryToken token) throws UploadRefused {
        var name = form.first("name");
        var content = form.content().orElseThrow();
        var upload = new Upload(name, form.first("version"), form.fileName(), content, form.fields());
        var fileProblem = UploadRules.fileProblem(form, content);
        if (fileProblem.isPresent()) {
            core.publishing().reject(token, upload);
            return UploadAnswers.badRequest(request, fileProblem.get());
        }
        var conflict = conflict(form, name);
        if (conflict.isPresent()) {
            return UploadAnswers.badRequest(request, conflict.get());
        }
        core.publishing().store(token, upload);
        return UploadAnswers.success(request);
    }

    /** Content that exists under another file name, and a second sdist of a release, are refused. */
    private Optional<String> conflict(UploadForm form, String name) {
        return core.state()
                .atomically(() -> core.state().packages().find(name).flatMap(entry -> texts.conflict(entry, form)));
    }

    private List<String> objectionsOfHolder(PresentedToken presented, String name) {
        var entry = core.state().atomically(() -> core.state().packages().find(name));
        if (entry.isEmpty()) {
            return List.of();
        }
        if (!presented.isGenuine()) {
            return List.of("signatures do not match");
        }
        return presented.appended().stream()
                .flatMap(caveat ->
                        tokens.objection(caveat, entry.get().id(), entry.get().name()).stream())
                .toList();
    }
}
