package dev.assay.steps;

import static java.util.Map.entry;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.profile.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requests that no sound client makes, each the profile's own with one thing wrong: with the body, or with the ID token,
 * wherever that travels. Where nothing is exchanged, these are the requests that carry the ID token to publish.
 */
final class OddRequest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 20_000;
    private static final String MEMBER = "MEMBER";
    private static final Pattern MEMBER_WITH_TOKEN = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"\\{(?:idToken|token)");
    private static final Pattern MEMBER_WITH_TOKEN_ALONE =
            Pattern.compile("\"\\w+\"\\s*:\\s*\"\\{(?:idToken|token)(?:\\.\\w+)?}\"");
    private static final Pattern PARAMETER_WITH_TOKEN_ALONE =
            Pattern.compile("[^=&{}]+=\\{(?:idToken|token)(?:\\.\\w+)*}");
    private static final Pattern TOKEN_NAME = Pattern.compile("\\{(?:idToken|token)");
    private static final Pattern TOKEN = Pattern.compile("\\{(idToken|token)[^}]*}");
    /** Of a form, {@code application/x-www-form-urlencoded}. */
    private static final Pattern PARAMETER_WITH_TOKEN =
            Pattern.compile("(^|&)([^=&{}]+)=\\{(?:idToken|token)(?:\\.\\w+)*}");

    private static final Pattern PARAMETER = Pattern.compile("[\\w.~%-]+=");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

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

    private final Profile profile;
    private final Operation sound;
    private final String value;

    /** Requests that differ from those with which an ID token is presented to this registry. */
    OddRequest(Profile profile) {
        this.profile = profile;
        this.sound = profile.exchange().orElseGet(() -> profile.publish().operation());
        this.value = profile.exchange().isPresent() ? "idToken" : "token";
    }

    /** The operation with what the scenario calls by this name. */
    Operation with(String name) {
        if (name.equals(HUGE_TOKEN)) {
            return withHugeToken();
        }
        if (name.equals(HUGE_BODY)) {
            requiresExchange();
            return changed(request -> withBody(request, "{\"padding\":\"" + "a".repeat(MEBIBYTE) + "\"}"));
        }
        if (TOKENS.containsKey(name)) {
            return changed(request -> withToken(request, TOKENS.get(name)));
        }
        if (BODIES.containsKey(name)) {
            requiresBody();
            return changed(request -> request.body().isEmpty()
                    ? request
                    : withBody(
                            request,
                            BODIES.get(name).replace(MEMBER, member(request).orElse("token"))));
        }
        throw new IllegalArgumentException("nothing is called '" + name + "'; known are " + TOKENS.keySet() + ", "
                + BODIES.keySet() + ", " + HUGE_TOKEN + " and " + HUGE_BODY);
    }

    /** The operation with another ID token right behind the first, where a request has a place for one: {@code {second}}. */
    Operation withSecondToken() {
        return changed(this::withSecondToken);
    }

    private Request withSecondToken(Request request) {
        var header = headerField(request);
        if (header.isPresent()) {
            return withSecondHeader(request, header.get());
        }
        return doubled(request, MEMBER_WITH_TOKEN_ALONE, ",")
                .or(() -> doubled(request, PARAMETER_WITH_TOKEN_ALONE, "&"))
                .orElseThrow(() -> new Inapplicable("an ID token for " + profile.title()
                        + " travels neither in a JSON object or a form nor in a header field"));
    }

    private static Optional<Request> doubled(Request request, Pattern place, String separator) {
        return request.body()
                .map(place::matcher)
                .filter(Matcher::find)
                .map(found -> request.withBody(found.replaceFirst(
                        Matcher.quoteReplacement(found.group() + separator + second(found.group())))));
    }

    /** Names of header fields have no case, which is how two of them can be told apart here. */
    private static Request withSecondHeader(Request request, String field) {
        var headers = new LinkedHashMap<>(request.headers());
        var lower = field.toLowerCase(Locale.ROOT);
        headers.put(
                lower.equals(field) ? field.toUpperCase(Locale.ROOT) : lower,
                second(request.headers().getOrDefault(field, "")));
        return request.withHeaders(headers);
    }

    private static String second(String template) {
        return TOKEN_NAME.matcher(template).replaceAll("{second");
    }

    /** The operation with further members or parameters in the body of the request that carries the ID token. */
    Operation withFurther(Map<String, String> members) {
        requiresExchange();
        if (!anyCarrier(request -> isJsonObject(request) || isForm(request))) {
            throw new Inapplicable(
                    "an exchange at " + profile.title() + " has neither a JSON object nor a form for anything else");
        }
        return changed(request -> isForm(request)
                ? request.withBody(furtherParameters(request.body().orElseThrow(), members))
                : isJsonObject(request)
                        ? request.withBody(furtherMembers(request.body().orElseThrow(), members))
                        : request);
    }

    private static boolean isJsonObject(Request request) {
        return request.body().filter(text -> text.strip().startsWith("{\"")).isPresent();
    }

    private static boolean isForm(Request request) {
        return request.body()
                .filter(text -> PARAMETER.matcher(text).lookingAt())
                .isPresent();
    }

    private static String furtherParameters(String form, Map<String, String> parameters) {
        var changed = form;
        for (var each : parameters.entrySet()) {
            var written = each.getKey() + "=" + encoded(each.getValue());
            var present = Pattern.compile("(?<=^|&)" + each.getKey() + "=[^&]*").matcher(changed);
            changed =
                    present.find() ? present.replaceFirst(Matcher.quoteReplacement(written)) : changed + "&" + written;
        }
        return changed;
    }

    private static String furtherMembers(String object, Map<String, String> members) {
        var changed = object.strip();
        for (var each : members.entrySet()) {
            var value = NUMBER.matcher(each.getValue()).matches() ? each.getValue() : "\"" + each.getValue() + "\"";
            var written = "\"" + each.getKey() + "\":" + value;
            var present = Pattern.compile("\"" + each.getKey() + "\"\\s*:\\s*\"[^\"]*\"")
                    .matcher(changed);
            changed = present.find()
                    ? present.replaceFirst(Matcher.quoteReplacement(written))
                    : "{" + written + "," + changed.substring(1);
        }
        return changed;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Each request that carries the ID token is changed: none makes up for what is wrong with another. */
    private Operation changed(UnaryOperator<Request> change) {
        return sound.withRequests(request -> request.mentions(value) ? change.apply(request) : request);
    }

    private boolean anyCarrier(Predicate<Request> is) {
        return sound.chain()
                .map(Operation::request)
                .filter(request -> request.mentions(value))
                .anyMatch(is);
    }

    private Operation withHugeToken() {
        if (anyCarrier(request -> headerField(request).isPresent())) {
            throw new Inapplicable("an ID token for " + profile.title()
                    + " travels in a header field, and servers hang up long before one of that size ends");
        }
        var huge = "a".repeat(MEBIBYTE);
        return changed(request -> withToken(request, OddToken.of("{\"MEMBER\":\"" + huge + "\"}", huge)));
    }

    private Request withToken(Request request, OddToken token) {
        return member(request)
                .map(name -> withBody(request, token.json().replace(MEMBER, name)))
                .or(() -> parameter(request).map(name -> withParameter(request, name, token.texts())))
                .or(() -> headerField(request).map(field -> withHeader(request, field, token.texts())))
                .orElseThrow(() -> new Inapplicable("an ID token for " + profile.title()
                        + " travels neither in a JSON object or a form nor in a header field"));
    }

    /** As often as there are values, which may be never. */
    private static Request withParameter(Request request, String name, List<String> values) {
        var parameters = values.stream().map(each -> name + "=" + each).collect(Collectors.joining("&"));
        var form = PARAMETER_WITH_TOKEN
                .matcher(request.body().orElseThrow())
                .replaceFirst(parameters.isEmpty() ? "" : "$1" + Matcher.quoteReplacement(parameters));
        return request.withBody(form.startsWith("&") ? form.substring(1) : form);
    }

    private static Request withHeader(Request request, String field, List<String> values) {
        var headers = new LinkedHashMap<>(request.headers());
        if (values.isEmpty()) {
            headers.remove(field);
        } else {
            headers.computeIfPresent(field, (name, text) -> TOKEN.matcher(text).replaceAll(String.join(", ", values)));
        }
        return request.withHeaders(headers);
    }

    /** The name of the JSON member that carries the ID token, if one does. */
    private static Optional<String> member(Request request) {
        return request.body()
                .map(MEMBER_WITH_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** The name of the form's parameter that carries the ID token, if one does. */
    private static Optional<String> parameter(Request request) {
        return request.body()
                .map(PARAMETER_WITH_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(2));
    }

    /** The name of the header field that carries the ID token, if one does. */
    private static Optional<String> headerField(Request request) {
        return request.headers().entrySet().stream()
                .filter(header -> TOKEN.matcher(header.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void requiresExchange() {
        if (profile.exchange().isEmpty()) {
            throw new Inapplicable("ID tokens are not exchanged at " + profile.title());
        }
    }

    private void requiresBody() {
        if (!anyCarrier(request -> request.body().isPresent())) {
            throw new Inapplicable("a request with an ID token has no body at " + profile.title());
        }
    }

    private static Request withBody(Request request, String body) {
        return request.withBody(body.replace("{", "{|{|}"));
    }
}
