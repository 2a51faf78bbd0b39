package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What everybody may read of a crate, and its settings. */
record CrateEndpoints(RegistryCore core, Callers callers, Releases releases, CrateJson json, URI baseUri) {

    /** {@code GET /api/v1/crates/{name}}. */
    Answer show(Request request) throws Rejected {
        var crate = releases.crate(request.pathParameter("name"));
        var files = releases.of(crate);
        var answer = Replies.members();
        answer.put("crate", json.crate(crate));
        answer.put(
                "versions",
                files.stream().map(file -> json.version(crate, file)).toList());
        answer.put("keywords", List.of());
        answer.put("categories", List.of());
        return Replies.ok(answer);
    }

    /** {@code PATCH /api/v1/crates/{name}}: shuts API tokens out, or lets them in (src/controllers/krate/update.rs). */
    Answer change(Request request) throws Rejected {
        var wanted = JsonBody.read(request).object("crate").value().path("trustpub_only");
        var crate = releases.crate(request.pathParameter("name"));
        var caller = callers.identify(request);
        caller.admit(ConfigEndpoints.SCOPE, crate.name());
        caller.refuseLegacyToken();
        if (caller.actor()
                .account()
                .map(Account::name)
                .filter(crate.owners()::contains)
                .isEmpty()) {
            throw new Rejected(403, "only owners have permission to modify crate settings");
        }
        if (wanted.isBoolean()) {
            try {
                core.packageDesk().refuseLongLivedTokens(caller.actor(), crate.name(), wanted.booleanValue());
            } catch (ConfigurationRefused refused) {
                throw new Rejected(400, String.valueOf(refused.getMessage()));
            }
        }
        return Replies.ok(Map.of("crate", json.crate(crate)));
    }

    /** {@code GET /api/v1/crates/{name}/{version}}. */
    Answer version(Request request) throws Rejected {
        var crate = releases.crate(request.pathParameter("name"));
        return Replies.ok(Map.of("version", json.version(crate, file(request, crate))));
    }

    /** {@code GET /api/v1/crates/{name}/{version}/download}. */
    Answer download(Request request) throws Rejected {
        var crate = releases.crate(request.pathParameter("name"));
        var path = "/crates/%s/%s-%s.crate".formatted(crate.name(), crate.name(), request.pathParameter("version"));
        return request.header("Accept").contains(Replies.JSON)
                ? Replies.ok(Map.of("url", baseUri + path))
                : Answer.redirect(302, baseUri + path);
    }

    /** The file store, which is another host in production. */
    Answer file(Request request) throws Rejected {
        var crate = releases.crate(request.pathParameter("name"));
        return releases.of(crate).stream()
                .filter(file -> file.name().equals(request.pathParameter("file")))
                .findFirst()
                .map(file -> Answer.bytes("application/gzip", file.content().bytes()))
                .orElseThrow(Rejected::notFound);
    }

    private StoredFile file(Request request, PackageEntry crate) throws Rejected {
        var version = request.pathParameter("version");
        return releases.find(crate, version)
                .orElseThrow(() ->
                        new Rejected(404, "crate `%s` does not have a version `%s`".formatted(crate.name(), version)));
    }
}
