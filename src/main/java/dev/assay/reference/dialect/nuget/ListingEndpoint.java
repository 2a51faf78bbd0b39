package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.net.URI;

/**
 * Takes a version off the lists ({@code DELETE /api/v2/package/ID/VERSION}) or puts it back ({@code POST}).
 *
 * @param listed whether it puts it back
 */
record ListingEndpoint(RegistryCore core, ApiKeys keys, Feed feed, Unlisted unlisted, URI baseUri, boolean listed)
        implements Endpoint {

    @Override
    public Answer answer(Request request) {
        var key = request.header(PushEndpoint.KEY_HEADER);
        if (key.isEmpty()) {
            return PackageAnswers.keyRequired(baseUri);
        }
        return keys.find(key).map(token -> change(token, request)).orElseGet(PackageAnswers::badKey);
    }

    private Answer change(RegistryToken token, Request request) {
        var id = request.pathParameter("id");
        var version = request.pathParameter("version");
        if (feed.file(id, version).isEmpty()) {
            return PackageAnswers.unknown(id, version);
        }
        if (!unlisted.mayBeChangedBy(token) || !reaches(token, id)) {
            return PackageAnswers.badKey();
        }
        unlisted.change(Feed.fileName(id, version), listed);
        return Answer.empty(listed ? 200 : 204);
    }

    private boolean reaches(RegistryToken token, String id) {
        try {
            core.publishing().admit(token, id);
            return true;
        } catch (UploadRefused refused) {
            return false;
        }
    }
}
