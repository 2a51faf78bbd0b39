package dev.assay.reference.dialect.npm;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchange;
import dev.assay.reference.core.Exchanged;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.dialect.ExchangeLoad;
import dev.assay.reference.dialect.SentTokens;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.time.Instant;
import java.util.HashMap;

/**
 * {@code POST /-/npm/v1/oidc/token/exchange/package/{name}}: an ID token as bearer token, no body, and a registry token
 * for exactly the package of the path (npm/api-documentation oidc.yaml).
 */
final class ExchangeEndpoint implements Endpoint {

    private final Rules rules;
    private final Exchange exchange;
    private final ExchangeRefusals refusals;
    private final ExchangeLoad load;

    ExchangeEndpoint(Rules rules, RegistryCore core) {
        this.rules = rules;
        this.load = new ExchangeLoad(rules);
        this.exchange = core.exchange();
        this.refusals = new ExchangeRefusals(rules.answers(), core.state());
    }

    @Override
    public Answer answer(Request request) {
        return load.answer(() -> exchange(request));
    }

    /** What a request is answered with whose body, which nobody reads, is too long. */
    Answer tooLong(Request request) {
        return load.tooLong("the request is too long", refused -> refusals.answer(refused, ""));
    }

    private Answer exchange(Request request) {
        var idToken = request.credentials("Bearer").orElse("");
        try {
            if (idToken.isEmpty()) {
                throw missing();
            }
            var presented = new SentTokens(rules.load().secondToken()).presented(idToken, SentTokens.inHeader(request));
            var exchanged = exchange.exchange(presented, Sought.onlyPackage(request.pathParameter("name")));
            return success(exchanged, idToken);
        } catch (Refused refused) {
            return refusals.answer(refused, idToken);
        }
    }

    private Refused missing() {
        if (rules.load().oddRequest() == Malformed.SERVER_ERROR) {
            throw new ServerFault("there is no bearer token");
        }
        return new Refused(Reason.MALFORMED_REQUEST, "there is no bearer token");
    }

    private Answer success(Exchanged exchanged, String idToken) {
        var members = new HashMap<String, Object>();
        members.put("token_type", "oidc");
        members.put("token", exchanged.token().text());
        members.put("created", NpmAnswers.time(exchanged.token().notBefore()));
        members.put("expires", NpmAnswers.time(Instant.ofEpochSecond(exchanged.promisedExpiry())));
        if (rules.answers().echo() == Echo.ID_TOKEN) {
            members.put("id_token", idToken);
        }
        return Answer.json(201, members);
    }
}
