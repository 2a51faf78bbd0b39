package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Requests that no sound client makes, each the profile's own with one thing wrong: with the body, or with the ID token,
 * wherever that travels. Where nothing is exchanged, these are the requests that carry the ID token to publish.
 */
final class OddRequest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 20_000;
    private static final String MEMBER = "MEMBER";

    /** What stands in place of an ID token: as JSON, and as values of a form's parameter or of a header field. */
    private record OddToken(String json, List<String> texts) {
        static OddToken of(String json, String... texts) {
            return new OddToken(json, List.of(texts));
        }
    }

    private static final Map<String, OddToken> TOKENS = Map.ofEntries(
            entry("no token", OddToken.of("{}")),
            entry("null as token", OddToken.of("{\"MEMBER\":null}", "null")),
            entry("a number as token", OddToken.of("{\"MEMBER\":42}", "42")),
            entry("an empty token", OddToken.of("{\"MEMBER\":\"\"}", "")),
            entry("a list of tokens", OddToken.of("{\"MEMBER\":[\"a.b.c\"]}", "a.b.c", "d.e.f")));

    private static final String HUGE_TOKEN = "a token of a mebibyte";
    private static final String HUGE_BODY = "a body of a mebibyte";

    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("an empty body", ""),
            entry("a body that is not JSON", "token=abc"),
            entry("a JSON list", "[]"),
            entry("half a JSON object", "{\"MEMBER\":\"a.b"),
            entry("deeply nested JSON", "{\"MEMBER\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));

    private final TokenCarriers carriers;

    /** Requests that differ from those with which an ID token is presented to this registry. */
    OddRequest(Profile profile) {
        this.carriers = new TokenCarriers(profile);
    }

    /** The operation with what the scenario calls by this name. */
    Operation with(String name) {
        if (name.equals(HUGE_TOKEN)) {
            return withHugeToken();
        }
        if (name.equals(HUGE_BODY)) {
            carriers.requiresExchange();
            return carriers.changed(request -> withBody(request, "{\"padding\":\"" + "a".repeat(MEBIBYTE) + "\"}"));
        }
        if (TOKENS.containsKey(name)) {
            return carriers.changed(request -> withToken(request, TOKENS.get(name)));
        }
        if (BODIES.containsKey(name)) {
            requiresBody();
            return carriers.changed(request -> request.body().isEmpty()
                    ? request
                    : withBody(
                            request,
                            BODIES.get(name)
                                    .replace(
                                            MEMBER,
                                            TokenCarriers.member(request).orElse("token"))));
        }
        throw new IllegalArgumentException("nothing is called '" + name + "'; known are " + TOKENS.keySet() + ", "
                + BODIES.keySet() + ", " + HUGE_TOKEN + " and " + HUGE_BODY);
    }

    private Operation withHugeToken() {
        if (carriers.any(request -> TokenCarriers.headerField(request).isPresent())) {
            throw new Inapplicable("an ID token for " + carriers.title()
                    + " travels in a header field, and servers hang up long before one of that size ends");
        }
        var huge = "a".repeat(MEBIBYTE);
        return carriers.changed(request -> withToken(request, OddToken.of("{\"MEMBER\":\"" + huge + "\"}", huge)));
    }

    private Request withToken(Request request, OddToken token) {
        return TokenCarriers.member(request)
                .map(name -> withBody(request, token.json().replace(MEMBER, name)))
                .or(() -> TokenCarriers.parameter(request).map(name -> withParameter(request, name, token.texts())))
                .or(() -> TokenCarriers.headerField(request).map(field -> withHeader(request, field, token.texts())))
                .orElseThrow(carriers::elsewhere);
    }

    /** As often as there are values, which may be never. */
    private static Request withParameter(Request request, String name, List<String> values) {
        var parameters = values.stream().map(each -> name + "=" + each).collect(Collectors.joining("&"));
        var form = TokenCarriers.PARAMETER_WITH_TOKEN
                .matcher(request.body().orElseThrow())
                .replaceFirst(parameters.isEmpty() ? "" : "$1" + Matcher.quoteReplacement(parameters));
        return request.withBody(form.startsWith("&") ? form.substring(1) : form);
    }

    private static Request withHeader(Request request, String field, List<String> values) {
        var headers = new LinkedHashMap<>(request.headers());
        if (values.isEmpty()) {
            headers.remove(field);
        } else {
            headers.computeIfPresent(
                    field, (name, text) -> TokenCarriers.TOKEN.matcher(text).replaceAll(String.join(", ", values)));
        }
        return request.withHeaders(headers);
    }

    private void requiresBody() {
        if (!carriers.any(request -> request.body().isPresent())) {
            throw new Inapplicable("a request with an ID token has no body at " + carriers.title());
        }
    }

    private static Request withBody(Request request, String body) {
        return request.withBody(body.replace("{", "{|{|}"));
    }
}
