package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.PolicyEntry;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /-/package/{name}/trust}: a package's policies (npm/api-documentation trust.yaml). */
record TrustEndpoints(RegistryCore core, SecondFactorEndpoints secondFactor) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer list(Request request) {
        return admitted(request, TrustRefusals.Act.LIST, actor -> {
            var name = request.pathParameter("name");
            core.packageDesk().refuseUnlessOwner(actor, name);
            var view = core.packageDesk().view(name);
            var configurations = JsonNodeFactory.instance.arrayNode();
            view.publishers().stream().map(TrustConfiguration::write).forEach(configurations::add);
            return Answer.json(200, configurations);
        });
    }

    Answer add(Request request) {
        return admitted(request, TrustRefusals.Act.ADD, actor -> {
            var entries = entries(request.body().toString());
            if (entries.isEmpty()) {
                return TrustRefusals.invalid();
            }
            var made = JsonNodeFactory.instance.arrayNode();
            for (var entry : entries.get()) {
                made.add(TrustConfiguration.write(core.policyDesk().add(actor, request.pathParameter("name"), entry)));
            }
            return Answer.json(200, made);
        });
    }

    Answer remove(Request request) {
        return admitted(request, TrustRefusals.Act.REMOVE, actor -> {
            try {
                var id = UUID.fromString(request.pathParameter("id"));
                core.policyDesk().remove(actor, request.pathParameter("name"), id);
                return Answer.empty(204);
            } catch (IllegalArgumentException notAnId) {
                return TrustRefusals.invalidId();
            }
        });
    }

    /** What an admitted caller gets. */
    @FunctionalInterface
    private interface Deed {
        Answer perform(Actor actor) throws ConfigurationRefused;
    }

    /** Accounts need their second factor; tokens are left to whoever decides about rights, which is to refuse them. */
    private Answer admitted(Request request, TrustRefusals.Act act, Deed deed) {
        var caller = Caller.of(core, request);
        var challenge = caller.account().flatMap(account -> secondFactor.challenge(request, account));
        if (challenge.isPresent()) {
            return challenge.get();
        }
        try {
            return deed.perform(caller.actor());
        } catch (ConfigurationRefused refused) {
            return TrustRefusals.of(refused, caller, act);
        }
    }

    /** All of them, or none. */
    private static Optional<List<PolicyEntry>> entries(String body) {
        var entries = new ArrayList<PolicyEntry>();
        for (var configuration : array(body)) {
            var entry = TrustConfiguration.read(configuration);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private static JsonNode array(String body) {
        try {
            var json = JSON.readTree(body);
            return json != null && json.isArray() ? json : JsonNodeFactory.instance.arrayNode();
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.arrayNode();
        }
    }
}
