package dev.assay.reference.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Actor;
import dev.assay.reference.core.ConfigurationRefused;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.AuditEvent;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts, packages, owners, settings, long-lived tokens, events. */
record PackageAdministration(Rules rules, RegistryCore core) {

    Answer openAccount(Actor actor, JsonNode body, Request request) throws UnreadableBody {
        var name = JsonBody.text(body, "name");
        var status = core.state().accounts().exists(name) ? 200 : 201;
        var account = core.state().accounts().open(name);
        return Answer.json(status, Map.of("name", account.name(), "session", account.session()));
    }

    /** Everybody may only close the account whose session it is. */
    Answer closeAccount(Actor actor, JsonNode body, Request request) {
        var name = request.pathParameter("name");
        var own = actor.account().filter(account -> account.name().equals(name));
        own.ifPresent(core.state().accounts()::close);
        return own.isPresent() ? Answer.empty(204) : Problems.of(403, "forbidden", "not the account of this session");
    }

    Answer remove(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        core.packageDesk().remove(actor, request.pathParameter("name"));
        return Answer.empty(204);
    }

    Answer register(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var entry = core.packageDesk().register(actor, JsonBody.text(body, "name"));
        return Answer.json(201, Map.of("name", entry.name()));
    }

    Answer show(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        var view = core.packageDesk().view(request.pathParameter("name"));
        return Answer.json(
                200,
                Map.of(
                        "name",
                        view.name(),
                        "owners",
                        view.owners(),
                        "publishers",
                        view.publishers().stream()
                                .map(PolicyAdministration::shown)
                                .toList(),
                        "settings",
                        settings(view.longLivedTokensRefused())));
    }

    Answer withdraw(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        core.packageDesk().withdraw(actor, request.pathParameter("name"), request.pathParameter("version"));
        return Answer.empty(204);
    }

    Answer addOwner(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var owner = JsonBody.text(body, "name");
        core.packageDesk().addOwner(actor, request.pathParameter("name"), owner);
        return Answer.json(201, Map.of("name", owner));
    }

    Answer change(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var value = JsonBody.text(body, "longLivedTokens");
        if (!value.equals("refused") && !value.equals("accepted")) {
            throw new UnreadableBody("longLivedTokens is neither 'refused' nor 'accepted'");
        }
        var refused = value.equals("refused");
        core.packageDesk().refuseLongLivedTokens(actor, request.pathParameter("name"), refused);
        return Answer.json(200, settings(refused));
    }

    Answer issueToken(Actor actor, JsonNode body, Request request) throws ConfigurationRefused, UnreadableBody {
        var packageName =
                body.hasNonNull("package") ? Optional.of(JsonBody.text(body, "package")) : Optional.<String>empty();
        var token = core.packageDesk().issueLongLivedToken(actor, packageName);
        return Answer.json(201, Map.of("token", token.text()));
    }

    Answer events(Actor actor, JsonNode body, Request request) throws ConfigurationRefused {
        var name = Optional.ofNullable(request.query().get("package")).orElse("");
        return Answer.json(
                200,
                core.packageDesk().events(actor, name).stream().map(this::shown).toList());
    }

    private Map<String, Object> shown(AuditEvent event) {
        var members = new HashMap<String, Object>(event.details());
        if (rules.answers().echo() != Echo.REGISTRY_TOKEN_IN_EVENTS) {
            members.remove("token");
        }
        members.put("kind", event.kind());
        members.put("time", event.time().toString());
        members.put("by", event.by());
        return members;
    }

    private static Map<String, String> settings(boolean longLivedTokensRefused) {
        return Map.of("longLivedTokens", longLivedTokensRefused ? "refused" : "accepted");
    }
}
