package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchange;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /api/v1/trusted_publishing/tokens}: ID token in, registry token out. Any authorization is ignored. */
final class ExchangeEndpoint {

    private final Rules rules;
    private final Exchange exchange;
    private final ExchangeRefusals refusals;
    private final AtomicInteger running = new AtomicInteger();

    ExchangeEndpoint(Rules rules, RegistryCore core) {
        this.rules = rules;
        this.exchange = core.exchange();
        this.refusals = new ExchangeRefusals(rules.answers(), core.state());
    }

    Answer answer(Request request) throws Rejected {
        try {
            if (rules.load().simultaneousExchanges().exceededBy(running.incrementAndGet())) {
                throw new ServerFault("too many exchanges at once");
            }
            return cached(exchange(idToken(request)));
        } finally {
            running.decrementAndGet();
        }
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        if (rules.load().tooLong() == Malformed.SERVER_ERROR) {
            throw new ServerFault("the request is too long");
        }
        return refusals.answer(new Refused(Reason.REQUEST_TOO_LONG, "length limit exceeded"), "");
    }

    private String idToken(Request request) throws Rejected {
        try {
            return JsonBody.read(request).text("jwt");
        } catch (Rejected odd) {
            if (rules.load().oddRequest() == Malformed.SERVER_ERROR) {
                throw new ServerFault("the request is not what is expected");
            }
            throw odd;
        }
    }

    private Answer exchange(String idToken) {
        try {
            var members = Replies.members();
            members.put("token", exchange.exchange(idToken).token().text());
            if (rules.answers().echo() == Echo.ID_TOKEN) {
                members.put("id_token", idToken);
            }
            return Replies.ok(members);
        } catch (Refused refused) {
            return refusals.answer(refused, idToken);
        }
    }

    private Answer cached(Answer answer) {
        var cacheControl = rules.answers().cacheControl();
        return cacheControl.isEmpty() ? answer : answer.with("Cache-Control", cacheControl);
    }
}
