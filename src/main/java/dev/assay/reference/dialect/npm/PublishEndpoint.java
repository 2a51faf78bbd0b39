package dev.assay.reference.dialect.npm;

import dev.assay.reference.behaviour.PublishingRules.Names;
import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code PUT /{name}}: publishes a version. */
final class PublishEndpoint implements Endpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final PublishRefusals refusals;
    private final Permissions permissions;
    private final DistTags tags;
    private final UnreadableUploads unreadable;

    PublishEndpoint(Rules rules, RegistryCore core, DistTags tags) {
        this.rules = rules;
        this.core = core;
        this.refusals = new PublishRefusals(rules.publishing().refusedTokens());
        this.permissions = new Permissions(core.state());
        this.tags = tags;
        this.unreadable = new UnreadableUploads(rules.publishing().unreadable());
    }

    @Override
    public Answer answer(Request request) {
        var caller = Caller.of(core, request);
        if (caller.credential().isEmpty()) {
            return PublishRefusals.noCredential();
        }
        if (caller.token().isEmpty()) {
            return refusals.unknown(caller.credential().get());
        }
        var document = PublishDocument.read(request.body().toString());
        var addressed = request.pathParameter("name");
        if (document.isEmpty()) {
            return unreadable.notRefused(success()).orElseGet(PublishRefusals::incomplete);
        }
        if (!document.get().name().equals(addressed) && namesHaveToAgree()) {
            return PublishRefusals.incomplete();
        }
        return publish(caller.token().get(), named(request), document.get());
    }

    /** The package that is asked for its rights. */
    private String named(Request request) {
        return rules.publishing().names() == Names.RIGHTS_BY_ADDRESS_AS_SENT
                ? request.uri().split("/", -1)[1]
                : request.pathParameter("name");
    }

    private static Answer success() {
        return Answer.json(200, Map.of("success", true));
    }

    private boolean namesHaveToAgree() {
        return rules.publishing().names() != Names.RIGHTS_BY_OUTER_NAME;
    }

    private Answer publish(RegistryToken token, String addressed, PublishDocument document) {
        try {
            core.publishing().admit(token, addressed);
            if (permissions.deny(token, addressed, Permissions.PUBLISH)) {
                return PublishRefusals.permissionDenied();
            }
            var problem = Tarballs.problem(document);
            if (problem.isPresent()) {
                core.publishing().reject(token, upload(token, document));
                return NpmAnswers.error(400, problem.get());
            }
            if (isRepeated(document)) {
                return PublishRefusals.versionExists(document.version());
            }
            core.publishing().store(token, upload(token, document));
            document.tags().forEach(tag -> tags.put(document.name(), tag, document.version()));
            return success();
        } catch (UploadRefused refused) {
            return refusals.answer(refused, document.version());
        }
    }

    /** Even the same bytes again are refused. */
    private boolean isRepeated(PublishDocument document) {
        return rules.publishing().replacement() == Replacement.REFUSED
                && core.state()
                        .atomically(() -> core.state()
                                .packages()
                                .find(document.name())
                                .flatMap(entry -> entry.file(document.fileName()))
                                .isPresent());
    }

    private static Upload upload(RegistryToken token, PublishDocument document) {
        var metadata = new HashMap<String, List<String>>();
        metadata.put(StoredVersion.MANIFEST, List.of(document.manifest().toString()));
        token.account().ifPresent(account -> metadata.put(StoredVersion.ACCOUNT, List.of(account)));
        metadata.put(
                StoredVersion.POLICY,
                token.grants().stream()
                        .map(grant -> grant.publisher().toString())
                        .limit(1)
                        .collect(Collectors.toList()));
        return new Upload(document.name(), document.version(), document.fileName(), document.content(), metadata);
    }
}
