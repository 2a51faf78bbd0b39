package dev.assay.steps;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.profile.Profile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests with a second ID token where they have a place for one: the same member, parameter or header field once more. */
final class DoubledToken {
    private static final Pattern MEMBER = Pattern.compile("\"\\w+\"\\s*:\\s*\"\\{(?:idToken|token)(?:\\.\\w+)?}\"");
    private static final Pattern PARAMETER = Pattern.compile("[^=&{}]+=\\{(?:idToken|token)(?:\\.\\w+)*}");
    private static final Pattern NAME = Pattern.compile("\\{(?:idToken|token)");

    private final TokenCarriers carriers;

    DoubledToken(Profile profile) {
        this.carriers = new TokenCarriers(profile);
    }

    /** The operation with another ID token right behind the first: {@code {second}}. */
    Operation operation() {
        return carriers.changed(this::withSecondToken);
    }

    private Request withSecondToken(Request request) {
        var header = TokenCarriers.headerField(request);
        if (header.isPresent()) {
            return withSecondHeader(request, header.get());
        }
        return doubled(request, MEMBER, ",")
                .or(() -> doubled(request, PARAMETER, "&"))
                .orElseThrow(carriers::elsewhere);
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
        return NAME.matcher(template).replaceAll("{second");
    }
}
