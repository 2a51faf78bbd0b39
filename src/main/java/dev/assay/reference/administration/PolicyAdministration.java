package dev.assay.reference.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.PolicyEntry;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.PendingPublisher;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes, lists and removes policies. */
record PolicyAdministration(RegistryCore core) {

    private static final Set<String> NOT_FIELDS = Set.of("provider", "package", "issuer");

    Answer add(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var publisher = core.policyDesk().add(actor, request.pathParameter("name"), entry(body));
        return Answer.json(201, Map.of("id", publisher.id()));
    }

    Answer remove(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        var id = request.pathParameter("id");
        try {
            core.policyDesk().remove(actor, request.pathParameter("name"), UUID.fromString(id));
            return Answer.empty(204);
        } catch (IllegalArgumentException notAnId) {
            return Problems.of(404, "unknown-publisher", "there is no publisher " + id);
        }
    }

    Answer addPending(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var pending = core.policyDesk().addPending(actor, JsonBody.text(body, "package"), entry(body));
        return Answer.json(201, Map.of("id", pending.publisher().id()));
    }

    Answer listPending(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        return Answer.json(
                200,
                core.policyDesk().pending(actor).stream()
                        .map(PolicyAdministration::shown)
                        .toList());
    }

    /** A policy as it is shown. */
    static Map<String, Object> shown(Publisher publisher) {
        var members = new HashMap<String, Object>(publisher.fields());
        members.put("id", publisher.id());
        members.put("provider", publisher.provider());
        members.put("ids", publisher.ids());
        return members;
    }

    private static Map<String, Object> shown(PendingPublisher pending) {
        var members = shown(pending.publisher());
        members.put("package", pending.packageName());
        return members;
    }

    private static PolicyEntry entry(JsonNode body) throws UnreadableBody {
        var fields = new LinkedHashMap<String, String>();
        for (var member : body.properties()) {
            if (!NOT_FIELDS.contains(member.getKey()) && !member.getValue().isNull()) {
                fields.put(member.getKey(), JsonBody.text(body, member.getKey()));
            }
        }
        var issuer = body.hasNonNull("issuer") ? Optional.of(JsonBody.text(body, "issuer")) : Optional.<String>empty();
        return new PolicyEntry(JsonBody.text(body, "provider"), issuer, fields);
    }
}
