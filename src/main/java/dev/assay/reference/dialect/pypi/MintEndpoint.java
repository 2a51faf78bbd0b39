package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchange;
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
import java.util.HashMap;

/** {@code POST /_/oidc/mint-token}: ID token in, registry token out (pypi/warehouse warehouse/oidc/views.py). */
final class MintEndpoint implements Endpoint {

    private final Rules rules;
    private final Exchange exchange;
    private final MintRefusals refusals;
    private final ExchangeLoad load;
    private final SentTokens sent;

    MintEndpoint(Rules rules, RegistryCore core) {
        this.rules = rules;
        this.load = new ExchangeLoad(rules);
        this.sent = new SentTokens(rules.load().secondToken());
        this.exchange = core.exchange();
        this.refusals = new MintRefusals(rules.answers(), core.state());
    }

    @Override
    public Answer answer(Request request) {
        return load.answer(() -> exchange(request));
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        return load.tooLong("the request is too long", refused -> refusals.answer(refused, "", ""));
    }

    private Answer exchange(Request request) {
        var formProblem = MintPayload.formProblem(request);
        if (formProblem.isPresent()) {
            return formProblem.get();
        }
        var input = request.body().toString();
        var idToken = "";
        try {
            idToken = new MintPayload(rules.load().oddRequest()).idToken(input);
            var all = SentTokens.inJson(input, MintPayload.TOKEN);
            return success(
                    exchange.exchange(sent.presented(idToken, all), FurtherMembers.in(request, Sought.everything())),
                    idToken);
        } catch (Refused refused) {
            return refusals.answer(refused, idToken, input);
        }
    }

    private Answer success(Exchanged exchanged, String idToken) {
        var members = new HashMap<String, Object>();
        members.put("success", true);
        members.put("token", exchanged.token().text());
        members.put("expires", exchanged.promisedExpiry());
        if (rules.answers().echo() == Echo.ID_TOKEN) {
            members.put("id_token", idToken);
        }
        return Answer.json(200, members);
    }
}
