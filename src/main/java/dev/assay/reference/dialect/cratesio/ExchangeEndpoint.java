package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchange;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.token.Presented;
import dev.assay.reference.dialect.ExchangeLoad;
import dev.assay.reference.dialect.FurtherMembers;
import dev.assay.reference.dialect.SentTokens;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;

/** {@code POST /api/v1/trusted_publishing/tokens}: ID token in, registry token out. Any authorization is ignored. */
final class ExchangeEndpoint {

    private static final int UNPROCESSABLE = 422;
    private static final String MEMBER = "jwt";

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

    Answer answer(Request request) throws Rejected {
        return load.answer(() -> exchange(request));
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        return load.tooLong("length limit exceeded", refused -> refusals.answer(refused, ""));
    }

    private String idToken(Request request) throws Rejected {
        try {
            return JsonBody.read(request).text(MEMBER);
        } catch (Rejected odd) {
            if (rules.load().oddRequest() == Malformed.SERVER_ERROR) {
                throw new ServerFault("the request is not what is expected");
            }
            throw answeredAsRuled(odd);
        }
    }

    private Presented presented(Request request, String idToken) {
        return new SentTokens(rules.load().secondToken())
                .presented(idToken, SentTokens.inJson(request.body().toString(), MEMBER));
    }

    /** The framework tells mistakes apart by their status; all of them are unprocessable requests to a behaviour. */
    private Rejected answeredAsRuled(Rejected odd) {
        var status = rules.answers().textFor(Reason.MALFORMED_REQUEST).status();
        return status == UNPROCESSABLE ? odd : new Rejected(status, String.valueOf(odd.getMessage()));
    }

    private Answer exchange(Request request) throws Rejected {
        var idToken = idToken(request);
        try {
            var members = Replies.members();
            members.put(
                    "token",
                    exchange.exchange(presented(request, idToken), FurtherMembers.in(request, Sought.everything()))
                            .token()
                            .text());
            if (rules.answers().echo() == Echo.ID_TOKEN) {
                members.put("id_token", idToken);
            }
            return Replies.ok(members);
        } catch (Refused refused) {
            return refusals.answer(refused, idToken);
        }
    }
}
