package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.PublishingRules.Spellings;
import dev.assay.reference.core.Objection;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the index says about a refused upload.
 *
 * @param spellings when two spellings of one version become one
 */
record UploadTexts(Spellings spellings) {

    static final String INVALID_AUTHENTICATION =
            "Invalid or non-existent authentication information." + " See /help/#invalid-auth for more information.";
    static final String NO_PASSWORDS = "Username/Password authentication is no longer supported."
            + " Migrate to API Tokens or Trusted Publishers instead. See /help/#apitoken and /help/#trusted-publishers";
    static final String UPLOADS_DISABLED =
            "New uploads are temporarily disabled. See /help/#admin-intervention for more information.";

    Answer answer(Request request, UploadRefused refused) {
        var subject = refused.subject();
        return switch (refused.objections().get(0)) {
            case CANNOT_CREATE ->
                UploadAnswers.badRequest(
                        request,
                        "Non-user identities cannot create new projects. This was probably caused by successfully using a"
                                + " pending publisher but specifying the project name incorrectly (either in the"
                                + " publisher or in your project's metadata). Please ensure that both match. See"
                                + " /trusted-publishers/troubleshooting/");
            case NAME_REFUSED -> UploadAnswers.badRequest(request, subject);
            case FILE_EXISTS ->
                UploadAnswers.badRequest(
                        request, "File already exists ('%s'). See /help/#file-name-reuse".formatted(subject));
            case UPLOADS_DISABLED -> UploadAnswers.forbidden(request, UPLOADS_DISABLED);
            case ACCOUNT_WITHOUT_RIGHTS ->
                UploadAnswers.forbidden(
                        request,
                        "The user isn't allowed to upload to project '%s'. See /help/#project-name for more information."
                                .formatted(subject));
            case LONG_LIVED_TOKENS_REFUSED ->
                UploadAnswers.forbidden(
                        request, "Project '%s' does not accept long-lived API tokens.".formatted(subject));
            default ->
                UploadAnswers.forbidden(
                        request,
                        "Invalid API Token: " + String.join(", ", twice(texts(refused.objections(), subject))));
        };
    }

    /** Content that exists under another name, or a second sdist of the release. */
    Optional<String> conflict(PackageEntry entry, UploadForm form) {
        var content = form.content().orElseThrow();
        for (var file : entry.files()) {
            var sameName = file.name().equals(form.fileName());
            if (!sameName && file.content().equals(content)) {
                return Optional.of("File already exists ('%s', with blake2_256 hash '%s'). See /help/#file-name-reuse"
                        .formatted(file.name(), Digests.blake2b256(content)));
            }
            if (!sameName
                    && isSame(file.version(), form.first("version"))
                    && file.first("filetype").equals("sdist")
                    && form.first("filetype").equals("sdist")) {
                return Optional.of("Only one sdist may be uploaded per release.");
            }
        }
        return Optional.empty();
    }

    /** Releases are looked up by the canonical form of their version (pypi/warehouse warehouse/forklift/legacy.py). */
    private boolean isSame(String version, String other) {
        var naming = new PypiNaming();
        return spellings == Spellings.ONE_VERSION
                ? naming.version(version).equals(naming.version(other))
                : version.equals(other);
    }

    /** The caveats kept in the database are verified in addition to the embedded ones (pypi/warehouse #20364). */
    private static List<String> twice(List<String> texts) {
        var all = new ArrayList<>(texts);
        all.addAll(texts);
        return all;
    }

    private static List<String> texts(List<Objection> objections, String project) {
        return objections.stream()
                .map(objection -> switch (objection) {
                    case POLICY_DOES_NOT_COVER -> "OIDC scoped token is not valid for project '%s'".formatted(project);
                    case PACKAGE_OUT_OF_SCOPE ->
                        "project-scoped token is not valid for project: '%s'".formatted(project);
                    case NOT_YET_VALID -> "token is not yet valid";
                    case USED_UP -> "token has been used";
                    default -> "token is expired";
                })
                .toList();
    }
}
