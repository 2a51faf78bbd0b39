package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code POST /api/v1/api_key}: name and password in, a key with the scopes of the form out. An account's password is its
 * session.
 */
record ApiKeyEndpoint(RegistryCore core, ApiKeys keys) implements Endpoint {

    @Override
    public Answer answer(Request request) {
        return account(request)
                .map(account -> create(request, account))
                .orElseGet(() -> Rails.text(401, PushAnswers.ACCESS_DENIED));
    }

    /** Reading a key was ended after it had been possible to read those of others. */
    static Answer gone(Request request) {
        return Answer.empty(410);
    }

    private Answer create(Request request, Account account) {
        var scopes = scopes(form(request.body().toString()));
        if (scopes.isEmpty()) {
            return Rails.text(422, "Please enable at least one scope");
        }
        try {
            var key = core.packageDesk()
                    .issueLongLivedToken(new Actor(Optional.of(account), Optional.empty()), Optional.empty());
            keys.add(key, scopes);
            return created(request, key.text());
        } catch (ConfigurationRefused refused) {
            return Rails.text(403, String.valueOf(refused.getMessage()));
        }
    }

    private static Answer created(Request request, String key) {
        if (!request.uri().endsWith(".json")) {
            return Rails.text(200, key);
        }
        var members = new LinkedHashMap<String, String>();
        members.put("rubygems_api_key", key);
        members.put("status", "ok");
        return Rails.json(200, members);
    }

    private static Set<Scope> scopes(Map<String, String> form) {
        return Arrays.stream(Scope.values())
                .filter(scope -> form.getOrDefault(scope.word(), "").equals("true"))
                .collect(Collectors.toSet());
    }

    private Optional<Account> account(Request request) {
        return request.credentials("Basic").flatMap(ApiKeyEndpoint::decoded).flatMap(userAndPassword -> {
            var colon = userAndPassword.indexOf(':');
            return core.state()
                    .accounts()
                    .withSession(userAndPassword.substring(colon + 1))
                    .filter(account -> account.name().equals(userAndPassword.substring(0, Math.max(0, colon))));
        });
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Map<String, String> form(String body) {
        var values = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(decodedPart(parts[0]), decodedPart(parts[1]));
            }
        }
        return values;
    }

    private static String decodedPart(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
