package dev.assay.steps;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests by which an ID token gets to a registry, and where in them it stands. Where nothing is exchanged, these are
 * the requests that carry it to publish.
 */
final class TokenCarriers {
    static final Pattern TOKEN = Pattern.compile("\\{(idToken|token)[^}]*}");
    /** Of a form, {@code application/x-www-form-urlencoded}. */
    static final Pattern PARAMETER_WITH_TOKEN = Pattern.compile("(^|&)([^=&{}]+)=\\{(?:idToken|token)(?:\\.\\w+)*}");

    private static final Pattern MEMBER_WITH_TOKEN = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"\\{(?:idToken|token)");

    private final Profile profile;
    private final Operation sound;
    private final String value;

    /** Those by which an ID token is presented to this registry. */
    TokenCarriers(Profile profile) {
        this.profile = profile;
        this.sound = profile.exchange().orElseGet(() -> profile.publish().operation());
        this.value = profile.exchange().isPresent() ? "idToken" : "token";
    }

    /** What the registry is called. */
    String title() {
        return profile.title();
    }

    /** Each request that carries the ID token is changed: none makes up for what is wrong with another. */
    Operation changed(UnaryOperator<Request> change) {
        return sound.withRequests(request -> request.mentions(value) ? change.apply(request) : request);
    }

    /** Whether any request that carries the ID token is like this. */
    boolean any(Predicate<Request> is) {
        return sound.chain()
                .map(Operation::request)
                .filter(request -> request.mentions(value))
                .anyMatch(is);
    }

    /** The name of the JSON member that carries the ID token, if one does. */
    static Optional<String> member(Request request) {
        return request.body()
                .map(MEMBER_WITH_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** The name of the form's parameter that carries the ID token, if one does. */
    static Optional<String> parameter(Request request) {
        return request.body()
                .map(PARAMETER_WITH_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(2));
    }

    /** The name of the header field that carries the ID token, if one does. */
    static Optional<String> headerField(Request request) {
        return request.headers().entrySet().stream()
                .filter(header -> TOKEN.matcher(header.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Ends the scenario where nothing is exchanged. */
    void requiresExchange() {
        if (profile.exchange().isEmpty()) {
            throw new Inapplicable("ID tokens are not exchanged at " + title());
        }
    }

    /** The ID token travels where the scenario has nothing to look for. */
    Inapplicable elsewhere() {
        return new Inapplicable(
                "an ID token for " + title() + " travels neither in a JSON object or a form nor in a header field");
    }
}
