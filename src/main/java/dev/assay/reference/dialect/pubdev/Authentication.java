package dev.assay.reference.dialect.pubdev;

import dev.assay.reference.behaviour.ClaimRule;
import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.ParsingRules.Malformed;
import dev.assay.reference.behaviour.ProviderRules;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.check.Evidence;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.token.Presented;
import dev.assay.reference.dialect.SentTokens;
import dev.assay.reference.wire.Request;
import java.util.Optional;
import java.util.Set;

/** Finds out who calls (dart-lang/pub-dev app/lib/account/default_auth_provider.dart). */
final class Authentication {

    static final String REQUIRED = "Authentication is required, please add `authorization` header.";

    private static final Set<String> NOT_TEXTS = Set.of("iat", "nbf", "exp", "aud", "iss");

    private final Rules rules;
    private final RegistryCore core;
    private final Refusals refusals;

    Authentication(Rules rules, RegistryCore core, Refusals refusals) {
        this.rules = rules;
        this.core = core;
        this.refusals = refusals;
    }

    /** Whoever presents the token of the request; policies are not looked at. */
    Caller caller(Request request) throws ApiProblem {
        var parts = request.header("Authorization").split(" ", -1);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("bearer")) {
            throw missing();
        }
        var user = core.credentials().withText(parts[1]).filter(RegistryToken::isLongLived);
        return user.isPresent() ? new Caller.User(user.get()) : service(presented(request, parts[1]));
    }

    private ApiProblem missing() {
        if (rules.load().oddRequest() == Malformed.SERVER_ERROR) {
            throw new ServerFault("there is no bearer token");
        }
        return refusals.problem(new Refused(Reason.MALFORMED_REQUEST, REQUIRED), "");
    }

    private Presented presented(Request request, String idToken) {
        return new SentTokens(rules.load().secondToken()).presented(idToken, SentTokens.inHeader(request));
    }

    private Caller service(Presented presented) throws ApiProblem {
        try {
            var known = core.exchange().authenticate(presented);
            readPayload(known);
            return new Caller.Service(known);
        } catch (Refused refused) {
            throw refusals.problem(atAuthentication(refused), presented.text());
        }
    }

    /** The claims that a policy may need are texts, and the repository has an owner. */
    private void readPayload(Evidence known) throws Refused {
        var provider = Optional.ofNullable(rules.providers().get(known.issuer().kind()));
        for (var name : provider.map(ProviderRules::requiredClaims).orElseThrow()) {
            if (!NOT_TEXTS.contains(name)
                    && !known.claim(name).isTextual()
                    && !isConverted(name, provider.orElseThrow())) {
                throw new Refused(Reason.MISSING_CLAIM, "%s is not a text".formatted(name));
            }
        }
        var crashes = provider.map(ProviderRules::claims).map(claims -> claims.get("repository")).stream()
                .map(ClaimRule::oddShape)
                .anyMatch(Leniency.SERVER_ERROR::equals);
        if (crashes && known.claim("repository").asText().split("/", -1).length != 2) {
            throw new ServerFault("the repository claim has no owner");
        }
    }

    /** Whether a text is made of a claim that is none. */
    private boolean isConverted(String claim, ProviderRules provider) {
        var registered = rules.registeredClaims();
        return (registered.text().contains(claim) && registered.wrongType() == Leniency.ACCEPTED)
                || provider.pins().values().stream()
                        .anyMatch(pin -> pin.claim().equals(claim) && pin.wrongType() == Leniency.ACCEPTED);
    }

    /** Before policies are looked at, a claim can only be unreadable, and an issuer without policies is none. */
    private static Refused atAuthentication(Refused refused) {
        return switch (refused.reason()) {
            case CLAIM_MISMATCH -> new Refused(Reason.MISSING_CLAIM, refused.detail());
            case NO_POLICY -> new Refused(Reason.UNKNOWN_ISSUER, refused.detail());
            default -> refused;
        };
    }
}
