package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.AnswerRules.Body;
import dev.assay.reference.behaviour.AnswerRules.Echo;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.Exchanged;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.Publisher;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.wire.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How requests for tokens are answered: the text of a refusal stands in its body and in its reason phrase. */
final class TokenAnswers {

    /** .NET's round-trip format with an offset. */
    private static final DateTimeFormatter ROUND_TRIP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSxxx");

    private final Rules rules;
    private final RegistryState state;

    TokenAnswers(Rules rules, RegistryState state) {
        this.rules = rules;
        this.state = state;
    }

    Answer success(Exchanged exchanged, String idToken) {
        var members = new LinkedHashMap<String, String>();
        members.put("tokenType", "ApiKey");
        members.put(
                "expires",
                ROUND_TRIP.format(
                        Instant.ofEpochSecond(exchanged.promisedExpiry()).atOffset(ZoneOffset.UTC)));
        members.put("apiKey", exchanged.token().text());
        if (rules.answers().echo() == Echo.ID_TOKEN) {
            members.put("idToken", idToken);
        }
        return json(200, members);
    }

    /** A refusal that the ID token has no part in. */
    Answer refusal(RequestRefused refused) {
        var text = rules.answers().textFor(Reason.MALFORMED_REQUEST);
        return written(
                refused.status().orElse(text.status()),
                text.code(),
                text.description().replace("{detail}", refused.text()));
    }

    /** A user who does not exist, or whose policies do not fit and must not be told of. */
    Answer noPolicy(String username) {
        return written(401, "", noPolicyText(username));
    }

    /** A refusal of an ID token. */
    Answer refusal(Refused refused, TokenRequest request) {
        var text = rules.answers().textFor(refused.reason());
        var description = text.description();
        if (description.contains("{detail}")) {
            description = description.replace("{detail}", detail(refused, request));
        }
        if (description.contains("{policies}")) {
            description = description.replace("{policies}", publishers().toString());
        }
        return written(text.status(), text.code(), description.replace("{idToken}", request.idToken()));
    }

    private String detail(Refused refused, TokenRequest request) {
        var claims = UnverifiedClaims.of(request.idToken());
        return new RefusalTexts(issuers())
                .of(refused, claims)
                .or(() -> disclosed(claims, request.username()))
                .orElseGet(() -> noPolicyText(request.username()));
    }

    private Optional<String> disclosed(UnverifiedClaims claims, String username) {
        var reasons = publishersOf(username).stream()
                .filter(policy -> policy.issuer().equals(claims.text("iss")))
                .filter(policy -> policy.provider().equals("github"))
                .flatMap(policy -> Optional.ofNullable(rules.providers().get(policy.provider()))
                        .flatMap(provider -> new DisclosedReasons(
                                        provider, rules.policies().hints(), claims, this::isOver)
                                .of(policy))
                        .stream())
                .collect(Collectors.joining(". "));
        return Optional.of(reasons).filter(text -> !text.isEmpty());
    }

    private boolean isOver(Publisher policy) {
        var age = state.atomically(() -> state.policies().age(policy.id()));
        var pins = Optional.ofNullable(rules.providers().get(policy.provider()))
                .map(provider -> provider.pins().keySet())
                .orElseGet(Set::of);
        return !policy.ids().keySet().containsAll(pins)
                && rules.policies().temporarySeconds().reachedBy(age.toSeconds());
    }

    private Collection<String> issuers() {
        return publishers().stream().map(Publisher::issuer).collect(Collectors.toSet());
    }

    private List<Publisher> publishers() {
        return state.atomically(() -> state.policies().publishers());
    }

    private List<Publisher> publishersOf(String username) {
        return state.atomically(() -> state.policies().publishers().stream()
                .filter(policy -> state.policies().packagesOf(policy.id()).stream()
                        .anyMatch(key -> state.packages()
                                .find(key)
                                .filter(entry -> entry.owners().contains(username))
                                .isPresent()))
                .toList());
    }

    private Answer written(int status, String code, String text) {
        var members = new LinkedHashMap<String, String>();
        members.put("error", text);
        if (!code.isEmpty() && rules.answers().body() == Body.JSON) {
            members.put("code", code);
        }
        var answer = switch (rules.answers().body()) {
            case JSON, JSON_WITHOUT_CODE -> json(status, members).withPhrase(text);
            case HTML ->
                Answer.of(
                        status, "text/html; charset=utf-8", "<html><body><h1>%d</h1></body></html>".formatted(status));
            case EMPTY -> Answer.empty(status);
        };
        return status == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
    }

    private static String noPolicyText(String username) {
        return "No matching trust policy owned by user '%s' was found.".formatted(username);
    }

    private static Answer json(int status, Map<String, String> members) {
        return Answer.of(status, "application/json", AspNetJson.of(members));
    }
}
