package dev.assay.reference.dialect.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.Map;

/** What else the client asks about a package and about whoever it acts for. */
record PackageEndpoints(RegistryCore core) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUIRES_SECOND_FACTOR = "publish_requires_tfa";
    private static final String TOKENS_OVERRIDE = "automation_token_overrides_tfa";

    /** {@code GET /-/whoami}: an account's name; an exchanged token has none. */
    Answer whoami(Request request) {
        var caller = Caller.of(core, request);
        return caller.account()
                .map(account -> account.name())
                .or(() -> caller.token().flatMap(token -> token.account()))
                .map(name -> Answer.json(200, Map.of("username", name)))
                .orElseGet(NpmAnswers::unauthorized);
    }

    /** {@code GET /-/package/{name}/visibility}: every package here is public. */
    Answer visibility(Request request) {
        var exists = core.state()
                .atomically(() -> core.state().packages().find(request.pathParameter("name")))
                .isPresent();
        return exists ? Answer.json(200, Map.of("public", true)) : NpmAnswers.notFound(request);
    }

    /**
     * {@code POST /-/package/{name}/access}: among others the switch "Require two-factor authentication and disallow
     * tokens", as {@code npm access set mfa=publish} sends it.
     */
    Answer access(Request request) {
        var settings = read(request.body().toString());
        var caller = Caller.of(core, request);
        try {
            if (settings.path(REQUIRES_SECOND_FACTOR).isBoolean()) {
                var refuses = settings.path(REQUIRES_SECOND_FACTOR).booleanValue()
                        && !settings.path(TOKENS_OVERRIDE).booleanValue();
                core.packageDesk().refuseLongLivedTokens(caller.actor(), request.pathParameter("name"), refuses);
            }
            return Answer.json(200, Map.of());
        } catch (ConfigurationRefused refused) {
            if (refused.kind() == Kind.FORBIDDEN) {
                return caller.account().isPresent() ? NpmAnswers.error(403, "Forbidden") : NpmAnswers.unauthorized();
            }
            return NpmAnswers.notFound(request);
        }
    }

    private static JsonNode read(String body) {
        try {
            var json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
