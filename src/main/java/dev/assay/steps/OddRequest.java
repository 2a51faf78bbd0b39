package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.profile.Operation;
import dev.assay.profile.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests that no sound client makes, each the profile's own with one thing wrong: with the body, or with the ID token,
 * wherever that travels. Where nothing is exchanged, the request is the first that carries the ID token to publish.
 */
final class OddRequest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 20_000;
    private static final String MEMBER = "MEMBER";
    private static final Pattern MEMBER_WITH_TOKEN = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"\\{idToken");
    private static final Pattern TOKEN = Pattern.compile("\\{(idToken|token)[^}]*}");

    /** What stands in place of an ID token: as JSON, and in a header field, if it is there at all. */
    private record OddToken(String json, Optional<String> text) {
        static OddToken of(String json, String text) {
            return new OddToken(json, Optional.of(text));
        }
    }

    private static final Map<String, OddToken> TOKENS = Map.ofEntries(
            entry("no token", new OddToken("{}", Optional.empty())),
            entry("null as token", OddToken.of("{\"MEMBER\":null}", "null")),
            entry("a number as token", OddToken.of("{\"MEMBER\":42}", "42")),
            entry("an empty token", OddToken.of("{\"MEMBER\":\"\"}", "")),
            entry("a list of tokens", OddToken.of("{\"MEMBER\":[\"a.b.c\"]}", "a.b.c, d.e.f")));

    private static final String HUGE_TOKEN = "a token of a mebibyte";
    private static final String HUGE_BODY = "a body of a mebibyte";

    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("an empty body", ""),
            entry("a body that is not JSON", "token=abc"),
            entry("a JSON list", "[]"),
            entry("half a JSON object", "{\"MEMBER\":\"a.b"),
            entry("deeply nested JSON", "{\"MEMBER\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));

    private final Profile profile;
    private final Operation sound;

    /** Requests that differ from the one with which an ID token is presented to this registry. */
    OddRequest(Profile profile) {
        this.profile = profile;
        this.sound = profile.exchange()
                .orElseGet(() -> profile.publish().operation().before().stream()
                        .findFirst()
                        .orElse(profile.publish().operation()));
    }

    /** The operation with what the scenario calls by this name. */
    Operation with(String name) {
        if (name.equals(HUGE_TOKEN)) {
            return withHugeToken();
        }
        if (name.equals(HUGE_BODY)) {
            requiresExchange();
            return withBody("{\"padding\":\"" + "a".repeat(MEBIBYTE) + "\"}");
        }
        if (TOKENS.containsKey(name)) {
            return withToken(TOKENS.get(name));
        }
        if (BODIES.containsKey(name)) {
            requiresBody();
            return withBody(BODIES.get(name).replace(MEMBER, member().orElse("token")));
        }
        throw new IllegalArgumentException("nothing is called '" + name + "'; known are " + TOKENS.keySet() + ", "
                + BODIES.keySet() + ", " + HUGE_TOKEN + " and " + HUGE_BODY);
    }

    private Operation withHugeToken() {
        var body = member().orElseThrow(() -> new Inapplicable("an ID token for " + profile.title()
                + " travels in a header field, and servers hang up long before one of that size ends"));
        return withBody("{\"%s\":\"%s\"}".formatted(body, "a".repeat(MEBIBYTE)));
    }

    private Operation withToken(OddToken token) {
        return member().map(name -> withBody(token.json().replace(MEMBER, name)))
                .orElseGet(() -> withHeader(token));
    }

    private Operation withHeader(OddToken token) {
        var headers = new LinkedHashMap<>(sound.request().headers());
        var field = headers.entrySet().stream()
                .filter(header -> TOKEN.matcher(header.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Inapplicable("an ID token for " + profile.title()
                        + " travels neither in a JSON object nor in a header field"));
        token.text()
                .ifPresentOrElse(
                        text -> headers.computeIfPresent(
                                field, (name, value) -> TOKEN.matcher(value).replaceAll(text)),
                        () -> headers.remove(field));
        return sound.with(sound.request().withHeaders(headers));
    }

    /** The name of the JSON member that carries the ID token, if one does. */
    private Optional<String> member() {
        return sound.request()
                .body()
                .map(MEMBER_WITH_TOKEN::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private void requiresExchange() {
        if (profile.exchange().isEmpty()) {
            throw new Inapplicable("ID tokens are not exchanged at " + profile.title());
        }
    }

    private void requiresBody() {
        if (sound.request().body().isEmpty()) {
            throw new Inapplicable("a request with an ID token has no body at " + profile.title());
        }
    }

    private Operation withBody(String body) {
        return sound.with(sound.request().withBody(body.replace("{", "{|{|}")));
    }
}
