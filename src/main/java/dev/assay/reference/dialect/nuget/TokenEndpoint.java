package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /api/v2/token}: ID token in, API key out (NuGet/NuGetGallery TokenApiController.cs). */
final class TokenEndpoint implements Endpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final ApiKeys keys;
    private final TokenAnswers answers;
    private final AtomicInteger running = new AtomicInteger();

    TokenEndpoint(Rules rules, RegistryCore core, ApiKeys keys) {
        this.rules = rules;
        this.core = core;
        this.keys = keys;
        this.answers = new TokenAnswers(rules, core.state());
    }

    @Override
    public Answer answer(Request request) {
        if (!rules.switches().trustedPublishing()) {
            return Answer.empty(404);
        }
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
        var refused = new Refused(Reason.REQUEST_TOO_LONG, "the request is too long");
        return cached(answers.refusal(refused, new TokenRequest("", "")));
    }

    private Answer exchange(Request request) {
        try {
            var read = TokenRequest.read(
                    request, key -> keys.find(key).isPresent(), rules.load().oddRequest());
            return core.state().accounts().exists(read.username()) ? exchange(read) : answers.noPolicy(read.username());
        } catch (RequestRefused refused) {
            return answers.refusal(refused);
        }
    }

    private Answer exchange(TokenRequest request) {
        try {
            var exchanged = core.exchange().exchange(request.idToken(), Sought.packagesOf(request.username()));
            return answers.success(exchanged, request.idToken());
        } catch (Refused refused) {
            return answers.refusal(refused, request);
        }
    }

    private Answer cached(Answer answer) {
        var cacheControl = rules.answers().cacheControl();
        return cacheControl.isEmpty() ? answer : answer.with("Cache-Control", cacheControl);
    }
}
