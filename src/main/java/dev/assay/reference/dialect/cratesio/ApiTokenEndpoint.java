package dev.assay.reference.dialect.cratesio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code PUT /api/v1/me/tokens}: an API token for whoever is logged in (src/controllers/token.rs). */
record ApiTokenEndpoint(RegistryCore core, Callers callers, ApiTokens apiTokens, Numbers numbers, RegistryClock clock) {

    Answer create(Request request) throws Rejected {
        var wanted = JsonBody.read(request).object("api_token");
        var name = wanted.text("name");
        if (name.isEmpty()) {
            throw new Rejected(400, "name must have a value");
        }
        var caller = callers.identifySession(request);
        var crates = texts(wanted.value().path("crate_scopes"));
        var endpoints = texts(wanted.value().path("endpoint_scopes"));
        var expiry = expiry(wanted);
        try {
            var token = core.packageDesk().issueLongLivedToken(caller.actor(), Optional.empty());
            if (!endpoints.isEmpty() || !crates.isEmpty() || expiry.isPresent()) {
                apiTokens.limit(token, new ApiTokens.Scopes(crates, endpoints, expiry));
            }
            var shown = Replies.members();
            shown.put("id", numbers.of("token " + token.id()));
            shown.put("name", name);
            shown.put("token", token.text());
            shown.put("created_at", Replies.time(clock.get()));
            shown.put("last_used_at", null);
            shown.put("crate_scopes", crates.isEmpty() ? null : crates);
            shown.put("endpoint_scopes", endpoints.isEmpty() ? null : endpoints);
            shown.put("expired_at", expiry.map(Replies::time).orElse(null));
            var answer = Replies.members();
            answer.put("api_token", shown);
            return Replies.ok(answer);
        } catch (ConfigurationRefused refused) {
            throw new Rejected(403, String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<Instant> expiry(JsonBody wanted) throws Rejected {
        var text = wanted.optionalText("expired_at");
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException unreadable) {
            throw new Rejected(400, "invalid new token request: expired_at");
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }
}
