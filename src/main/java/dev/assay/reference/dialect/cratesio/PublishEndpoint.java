package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reference.behaviour.PublishingRules;
import dev.assay.reference.behaviour.PublishingRules.Names;
import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.PublishingRules.Spellings;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code PUT /api/v1/crates/new}. Order: metadata, identity, permission, archive. */
record PublishEndpoint(
        PublishingRules rules,
        RegistryCore core,
        PublishCredential credential,
        PublishRefusals refusals,
        CrateJson json,
        RegistryClock clock) {

    Answer answer(Request request) throws Rejected {
        UploadBody sent;
        try {
            sent = UploadBody.read(request.body().getBytes());
        } catch (Rejected unreadable) {
            return new UnreadableUploads(rules.unreadable())
                    .notRefused(Replies.ok(Map.of("crate", Map.of("name", "?"))))
                    .orElseThrow(() -> unreadable);
        }
        return publish(request, sent);
    }

    private Answer publish(Request request, UploadBody sent) throws Rejected {
        var token = credential.of(request, sent.name());
        try {
            core.publishing().admit(token, sent.name());
            var archive = sent.archive();
            var upload = rules.names() == Names.RIGHTS_BY_OUTER_NAME
                    ? sent.named(Manifest.nameOnFolder(archive, sent.version()))
                    : sent;
            var manifest = Manifest.of(upload, archive);
            refuseOtherSpelling(upload);
            refuseKnownVersion(upload);
            core.publishing().store(token, stored(upload, archive, manifest, token));
            return published(upload.name());
        } catch (UploadRefused refused) {
            throw refusals.of(refused, token, sent.version());
        }
    }

    private Answer published(String name) throws Rejected {
        var warnings = Replies.members();
        warnings.put("invalid_categories", List.of());
        warnings.put("invalid_badges", List.of());
        warnings.put("other", List.of());
        var answer = Replies.members();
        answer.put("crate", json.crate(json.releases().crate(name)));
        answer.put("warnings", warnings);
        return Replies.ok(answer);
    }

    private void refuseOtherSpelling(UploadBody upload) throws Rejected {
        var known = core.state().atomically(() -> core.state().packages().find(upload.name()));
        if (known.isPresent() && !known.get().name().equals(upload.name())) {
            throw new Rejected(
                    400, "crate was previously named `%s`".formatted(known.get().name()));
        }
    }

    private void refuseKnownVersion(UploadBody upload) throws Rejected {
        var isKnown = core.state()
                .atomically(() -> core.state().packages().find(upload.name()).stream()
                        .flatMap(crate -> crate.files().stream())
                        .anyMatch(file -> isSame(file.version(), upload.version())));
        if (isKnown && rules.replacement() == Replacement.REFUSED) {
            throw PublishRefusals.alreadyUploaded(upload.version());
        }
    }

    private boolean isSame(String version, String other) {
        return rules.spellings() == Spellings.ONE_VERSION
                ? Versions.withoutBuild(version).equals(Versions.withoutBuild(other))
                : version.equals(other);
    }

    private Upload stored(UploadBody upload, FileContent archive, Manifest manifest, RegistryToken token) {
        var kept = new LinkedHashMap<String, List<String>>();
        kept.put(Releases.MANIFEST, List.of(manifest.toml().path("package").toString()));
        kept.put(
                Releases.INDEX,
                List.of(Replies.text(new IndexEntry(manifest).members(archive.digest("SHA-256"), clock.get()))));
        token.account().ifPresent(account -> kept.put(Releases.PUBLISHED_BY, List.of(account)));
        if (!token.isLongLived() && rules.record().isKept()) {
            kept.put(
                    Releases.TRUSTPUB_DATA,
                    List.of(provenance(token.workload(), manifest).toString()));
        }
        var fileName = "%s-%s.crate".formatted(upload.name(), upload.version());
        return new Upload(upload.name(), upload.version(), fileName, archive, kept);
    }

    /** What the ID token proved; unsigned, and of the exchange rather than of the upload. */
    private ObjectNode provenance(Map<String, String> workload, Manifest manifest) {
        var data = JsonNodeFactory.instance.objectNode();
        if (workload.containsKey("project_path")) {
            return data.put("provider", "gitlab")
                    .put("project_path", workload.get("project_path"))
                    .put("job_id", workload.getOrDefault("job_id", ""))
                    .put("sha", workload.getOrDefault("sha", ""));
        }
        data.put("provider", "github");
        switch (rules.sourceRepository()) {
            case VERIFIED_APART -> data.put("repository", workload.getOrDefault("repository", ""));
            case CLAIMED_AS_VERIFIED -> data.put("repository", manifest.field("repository"));
            case NOT_SHOWN -> data.put("repository", "");
        }
        return data.put("run_id", workload.getOrDefault("run_id", "")).put("sha", workload.getOrDefault("sha", ""));
    }
}
