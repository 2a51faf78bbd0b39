package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.Map;
import java.util.Optional;

/** {@code /-/package/{name}/dist-tags}: which version a tag names. */
record DistTagEndpoints(RegistryCore core, DistTags tags, PublishRefusals refusals) {

    Answer list(Request request) {
        return Answer.json(200, tags.of(request.pathParameter("name")));
    }

    Answer put(Request request) {
        var name = request.pathParameter("name");
        return refusal(request, name).orElseGet(() -> {
            var version = version(request.body().toString());
            if (version.isEmpty() || !exists(name, version.get())) {
                return NpmAnswers.error(400, "version not found");
            }
            tags.put(name, request.pathParameter("tag"), version.get());
            return Answer.json(200, Map.of());
        });
    }

    Answer remove(Request request) {
        var name = request.pathParameter("name");
        return refusal(request, name)
                .orElseGet(() -> tags.remove(name, request.pathParameter("tag"))
                        ? Answer.json(200, Map.of())
                        : NpmAnswers.notFound(request));
    }

    private Optional<Answer> refusal(Request request, String name) {
        var caller = Caller.of(core, request);
        if (caller.credential().isEmpty()) {
            return Optional.of(PublishRefusals.noCredential());
        }
        if (caller.account().isPresent()) {
            return caller.account()
                            .filter(account -> owns(account.name(), name))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(NpmAnswers.error(403, "Forbidden"));
        }
        if (caller.token().isEmpty()) {
            return Optional.of(refusals.unknown(caller.credential().get()));
        }
        var token = caller.token().get();
        try {
            core.publishing().admit(token, name);
        } catch (UploadRefused refused) {
            return Optional.of(refusals.answer(refused, ""));
        }
        return new Permissions(core.state()).deny(token, name, Permissions.DIST_TAGS)
                ? Optional.of(PublishRefusals.permissionDenied())
                : Optional.empty();
    }

    private boolean owns(String account, String name) {
        return core.state()
                .atomically(() -> core.state()
                        .packages()
                        .find(name)
                        .filter(entry -> entry.owners().contains(account))
                        .isPresent());
    }

    private boolean exists(String name, String version) {
        return core.state()
                .atomically(() -> core.state()
                        .packages()
                        .find(name)
                        .flatMap(entry -> entry.file(PublishDocument.fileName(name, version)))
                        .isPresent());
    }

    private static Optional<String> version(String body) {
        try {
            var json = new ObjectMapper().readTree(body);
            return Optional.ofNullable(json).map(node -> node.textValue());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
