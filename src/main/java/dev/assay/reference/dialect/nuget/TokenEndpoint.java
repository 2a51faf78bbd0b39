package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.token.Presented;
import dev.assay.reference.dialect.ExchangeLoad;
import dev.assay.reference.dialect.FurtherMembers;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;

/** {@code POST /api/v2/token}: ID token in, API key out (NuGet/NuGetGallery TokenApiController.cs). */
final class TokenEndpoint implements Endpoint {

    private final Rules rules;
    private final RegistryCore core;
    private final ApiKeys keys;
    private final TokenAnswers answers;
    private final ExchangeLoad load;

    TokenEndpoint(Rules rules, RegistryCore core, ApiKeys keys) {
        this.rules = rules;
        this.load = new ExchangeLoad(rules);
        this.core = core;
        this.keys = keys;
        this.answers = new TokenAnswers(rules, core.state());
    }

    @Override
    public Answer answer(Request request) {
        if (!rules.switches().trustedPublishing()) {
            return Answer.empty(404);
        }
        return load.answer(() -> exchange(request));
    }

    /** What a request that is too long is answered with. */
    Answer tooLong(Request request) {
        return load.tooLong("the request is too long", refused -> answers.refusal(refused, new TokenRequest("", "")));
    }

    private Answer exchange(Request request) {
        try {
            var read = TokenRequest.read(
                    request, key -> keys.find(key).isPresent(), rules.load().oddRequest());
            return core.state().accounts().exists(read.username())
                    ? exchange(read, request)
                    : answers.noPolicy(read.username());
        } catch (RequestRefused refused) {
            return answers.refusal(refused);
        }
    }

    private Answer exchange(TokenRequest request, Request sent) {
        try {
            var exchanged = core.exchange()
                    .exchange(
                            Presented.of(request.idToken()),
                            FurtherMembers.in(sent, Sought.packagesOf(request.username())));
            return answers.success(exchanged, request.idToken());
        } catch (Refused refused) {
            return answers.refusal(refused, request);
        }
    }
}
