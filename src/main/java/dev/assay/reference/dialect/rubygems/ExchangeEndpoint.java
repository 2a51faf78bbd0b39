package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchanged;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.dialect.ExchangeLoad;
import dev.assay.reference.dialect.FurtherMembers;
import dev.assay.reference.dialect.SentTokens;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code POST /api/v1/oidc/trusted_publisher/exchange_token}: ID token in, key out (rubygems/rubygems.org
 * app/controllers/api/v1/oidc/trusted_publisher_controller.rb).
 */
final class ExchangeEndpoint implements Endpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final ExchangeRefusals refusals;
    private final ExchangeLoad load;

    ExchangeEndpoint(Rules rules, RegistryCore core) {
        this.rules = rules;
        this.load = new ExchangeLoad(rules);
        this.core = core;
        this.refusals = new ExchangeRefusals(rules.answers(), core.state());
    }

    @Override
    public Answer answer(Request request) {
        return load.answer(() -> exchange(request));
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        return load.tooLong("the request is too long", refused -> refusals.answer(request, refused, ""));
    }

    private Answer exchange(Request request) {
        var idToken = "";
        try {
            idToken = new ExchangeParameter(rules.load().oddRequest()).read(request);
            var all = SentTokens.inJson(request.body().toString(), ExchangeParameter.NAME);
            var presented = new SentTokens(rules.load().secondToken()).presented(idToken, all);
            return success(
                    core.exchange().exchange(presented, FurtherMembers.in(request, Sought.everything())), idToken);
        } catch (Refused refused) {
            return refusals.answer(request, refused, idToken);
        }
    }

    private Answer success(Exchanged exchanged, String idToken) {
        var members = new LinkedHashMap<String, Object>();
        members.put("rubygems_api_key", exchanged.token().text());
        members.put("name", name(exchanged) + " " + issuedAt(idToken));
        members.put("scopes", List.of(Scope.PUSH_RUBYGEM.word()));
        members.put("expires_at", Rails.time(Instant.ofEpochSecond(exchanged.promisedExpiry())));
        if (rules.answers().echo() == Echo.ID_TOKEN) {
            members.put("jwt", idToken);
        }
        return Rails.json(201, members);
    }

    /** The identity; when its ID token was issued follows it in the name of the key. */
    private String name(Exchanged exchanged) {
        var grants = exchanged.token().grants();
        return grants.isEmpty()
                ? "GitHub Actions"
                : core.state()
                        .atomically(() ->
                                core.state().policies().known(grants.get(0).publisher()))
                        .map(Identities::name)
                        .orElse("GitHub Actions");
    }

    private static String issuedAt(String idToken) {
        var payload = idToken.split("\\.", -1)[1];
        try {
            var seconds = new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(payload))
                    .path("iat")
                    .asLong();
            return Instant.ofEpochSecond(seconds).toString();
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            return Instant.EPOCH.toString();
        }
    }
}
