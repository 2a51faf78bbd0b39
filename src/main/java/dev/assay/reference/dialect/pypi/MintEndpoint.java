package dev.assay.reference.dialect.pypi;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchange;
import dev.assay.reference.core.Exchanged;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /_/oidc/mint-token}: ID token in, registry token out (pypi/warehouse warehouse/oidc/views.py). */
final class MintEndpoint implements Endpoint {

    private final Rules rules;
    private final Exchange exchange;
    private final MintRefusals refusals;
    private final AtomicInteger running = new AtomicInteger();

    MintEndpoint(Rules rules, RegistryCore core) {
        this.rules = rules;
        this.exchange = core.exchange();
        this.refusals = new MintRefusals(rules.answers(), core.state());
    }

    @Override
    public Answer answer(Request request) {
        try {
            if (rules.load().simultaneousExchanges().exceededBy(running.incrementAndGet())) {
                throw new ServerFault("too many exchanges at once");
            }
            return cached(exchange(request));
        } finally {
            running.decrementAndGet();
        }
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        if (rules.load().tooLong() == Malformed.SERVER_ERROR) {
            throw new ServerFault("the request is too long");
        }
        return cached(refusals.answer(new Refused(Reason.REQUEST_TOO_LONG, "the request is too long"), "", ""));
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
            return success(exchange.exchange(idToken), idToken);
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

    private Answer cached(Answer answer) {
        var cacheControl = rules.answers().cacheControl();
        return cacheControl.isEmpty() ? answer : answer.with("Cache-Control", cacheControl);
    }
}
