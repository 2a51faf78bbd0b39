package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.Objection;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;

/** Answers of the package interface; refusals say the same in reason phrase and body (NuGet/NuGetGallery ApiController.cs). */
final class PackageAnswers {

    private static final String NO_KEY =
            "An API key must be provided in the 'X-NuGet-ApiKey' header to use this service";
    private static final String BAD_KEY = "The specified API key is invalid, has expired, or does not have permission"
            + " to access the specified package.";

    private PackageAnswers() {}

    static Answer keyRequired(URI baseUri) {
        return refusal(401, NO_KEY).with("WWW-Authenticate", "ApiKey realm=\"%s\"".formatted(baseUri.getHost()));
    }

    /** The key is unknown, over or revoked, or allows nothing of the kind. */
    static Answer badKey() {
        return refusal(403, BAD_KEY);
    }

    /** The key counts, but not for this package. */
    static Answer wrongPackage() {
        return refusal(401, BAD_KEY);
    }

    static Answer badPackage() {
        return refusal(400, "The package could not be read. It may be damaged, or its manifest incomplete.");
    }

    static Answer exists(String id, String version) {
        return refusal(
                409,
                "A package with ID '%s' and version '%s' already exists and cannot be modified."
                        .formatted(id, version));
    }

    static Answer tooLarge(Request request) {
        return refusal(413, "The package file exceeds the size limit. Please try again.");
    }

    static Answer unknown(String id, String version) {
        return refusal(
                404,
                "A package with ID '%s' and version '%s' does not exist. Please try again.".formatted(id, version));
    }

    static Answer refused(UploadRefused refused, Nuspec nuspec) {
        return switch (refused.objections().get(0)) {
            case NAME_REFUSED -> refusal(400, refused.subject());
            case FILE_EXISTS -> exists(nuspec.id(), nuspec.version());
            case EXPIRED, NOT_YET_VALID, USED_UP -> badKey();
            case UPLOADS_DISABLED ->
                refusal(403, "The package '%s' is locked and cannot be modified.".formatted(nuspec.id()));
            default -> refused.objections().contains(Objection.EXPIRED) ? badKey() : wrongPackage();
        };
    }

    private static Answer refusal(int status, String text) {
        return Answer.of(status, "text/html; charset=utf-8", text).withPhrase(text);
    }
}
