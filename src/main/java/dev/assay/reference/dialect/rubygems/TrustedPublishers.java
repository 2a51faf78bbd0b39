package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.FieldRule;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.PolicyEntry;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /api/v1/gems/GEM/trusted_publishers}: the policies of a gem that exists (rubygems/rubygems.org
 * app/controllers/api/v1/oidc/rubygem_trusted_publishers_controller.rb). Order: key, its owner, gem, scope, rights.
 */
final class TrustedPublishers {

    static final String PROVIDER = "github";

    private static final Map<String, String> FIELDS = Map.of(
            "repository_owner", "owner",
            "repository_name", "repository",
            "workflow_filename", "workflow",
            "environment", "environment",
            "workflow_repository_owner", "workflowRepositoryOwner",
            "workflow_repository_name", "workflowRepositoryName");

    private final RegistryCore core;
    private final ApiKeys keys;
    private final LinkIds ids;
    private final PublisherProblems problems;
    private final ObjectMapper json = new ObjectMapper();

    TrustedPublishers(RegistryCore core, ApiKeys keys, LinkIds ids, Map<String, FieldRule> rules) {
        this.core = core;
        this.keys = keys;
        this.ids = ids;
        this.problems = new PublisherProblems(rules);
    }

    Answer list(Request request) {
        return owned(
                request,
                (actor, gem) -> Rails.json(
                        200,
                        listed(gem).stream()
                                .map(publisher -> Identities.shown(ids.of(gem.key(), publisher.id()), publisher))
                                .toList()));
    }

    Answer show(Request request) {
        return owned(
                request,
                (actor, gem) -> publisher(request, gem)
                        .map(publisher ->
                                Rails.json(200, Identities.shown(ids.of(gem.key(), publisher.id()), publisher)))
                        .orElseGet(() -> Rails.notFound(request)));
    }

    Answer create(Request request) {
        return owned(request, (actor, gem) -> {
            var body = body(request);
            if (!body.hasNonNull("trusted_publisher_type")) {
                return Rails.error(400, "Request is missing param 'trusted_publisher_type'");
            }
            if (!body.path("trusted_publisher_type").asText().equals(Identities.TYPE)) {
                return Rails.error(422, "Unsupported trusted publisher type");
            }
            if (!body.path("trusted_publisher").isObject()) {
                throw new ServerFault("there is no trusted_publisher");
            }
            return create(actor, gem, fields(body.path("trusted_publisher")));
        });
    }

    private Answer create(Actor actor, PackageEntry gem, Map<String, String> fields) {
        var found = problems.of(fields);
        if (!found.isEmpty()) {
            return PublisherProblems.answer(found);
        }
        try {
            var publisher = core.policyDesk().add(actor, gem.key(), new PolicyEntry(PROVIDER, fields));
            return Rails.json(201, Identities.shown(ids.of(gem.key(), publisher.id()), publisher));
        } catch (ConfigurationRefused refused) {
            return PublisherProblems.answer(refused);
        }
    }

    Answer delete(Request request) {
        return owned(request, (actor, gem) -> {
            var publisher = publisher(request, gem);
            if (publisher.isEmpty()) {
                return Rails.notFound(request);
            }
            core.policyDesk().remove(actor, gem.key(), publisher.get().id());
            return Answer.empty(204);
        });
    }

    private Answer owned(Request request, Action action) {
        return kept(authenticated(request, action));
    }

    private Answer authenticated(Request request, Action action) {
        var key = keys.key(core, request.header("Authorization"));
        if (key.isEmpty()) {
            return Rails.text(401, PushAnswers.ACCESS_DENIED);
        }
        if (!key.get().isLongLived() && !keys.treatsJobsAsPeople()) {
            return Rails.denied(request, 403, "The API key doesn't have access");
        }
        var gem = core.state().atomically(() -> core.state().packages().find(request.pathParameter("gem")));
        if (gem.isEmpty()) {
            return Rails.text(404, ReadingAnswers.NO_GEM);
        }
        var mayConfigure = !key.get().isLongLived() || keys.allow(key.get(), Scope.CONFIGURE_TRUSTED_PUBLISHERS);
        if (!mayConfigure || !isFor(key.get(), gem.get())) {
            return Rails.denied(request, 403, "This API key cannot perform the specified action on this gem.");
        }
        try {
            var actor = actor(key.get());
            core.policyDesk().requireRights(actor, gem.get().key());
            return action.perform(actor, gem.get());
        } catch (ConfigurationRefused refused) {
            return Rails.denied(request, 403, "Forbidden");
        }
    }

    private static boolean isFor(RegistryToken key, PackageEntry gem) {
        return key.onlyPackages().isEmpty() || key.onlyPackages().contains(gem.key());
    }

    private Actor actor(RegistryToken key) {
        return key.account()
                .map(name -> new Actor(Optional.of(core.state().accounts().open(name)), Optional.empty()))
                .orElseGet(() -> new Actor(Optional.empty(), Optional.of(key)));
    }

    /** Answers that depend on a key are not to be kept (merge d3d11c0e). */
    private static Answer kept(Answer answer) {
        return answer.with("Cache-Control", "private, no-store")
                .with("Surrogate-Control", "max-age=0")
                .with("Vary", "Accept, Authorization");
    }

    private List<Publisher> listed(PackageEntry gem) {
        return core.state().atomically(() -> core.state().policies().listed(gem.key()));
    }

    private Optional<Publisher> publisher(Request request, PackageEntry gem) {
        Optional<UUID> wanted = ids.publisher(gem.key(), request.pathParameter("id"));
        return listed(gem).stream()
                .filter(publisher -> wanted.filter(publisher.id()::equals).isPresent())
                .findFirst();
    }

    private static Map<String, String> fields(JsonNode entered) {
        var fields = new LinkedHashMap<String, String>();
        FIELDS.forEach((theirs, ours) -> {
            var value = entered.path(theirs).asText("");
            if (!value.isBlank() && !entered.path(theirs).isNull()) {
                fields.put(ours, value);
            }
        });
        return fields;
    }

    private JsonNode body(Request request) {
        try {
            var body = json.readTree(request.body().getBytes());
            return body == null ? json.createObjectNode() : body;
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @FunctionalInterface
    private interface Action {
        Answer perform(Actor actor, PackageEntry gem) throws ConfigurationRefused;
    }
}
