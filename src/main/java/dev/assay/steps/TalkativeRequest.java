package dev.assay.steps;

import dev.assay.profile.Operation;
import dev.assay.profile.Operation.Request;
import dev.assay.profile.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exchanges that say more than is asked of them: further members of a JSON object, or parameters of a form. */
final class TalkativeRequest {
    private static final Pattern PARAMETER = Pattern.compile("[\\w.~%-]+=");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final TokenCarriers carriers;

    TalkativeRequest(Profile profile) {
        this.carriers = new TokenCarriers(profile);
    }

    /** The operation with further members or parameters in the body of the request that carries the ID token. */
    Operation with(Map<String, String> members) {
        carriers.requiresExchange();
        if (!carriers.any(request -> isJsonObject(request) || isForm(request))) {
            throw new Inapplicable(
                    "an exchange at " + carriers.title() + " has neither a JSON object nor a form for anything else");
        }
        return carriers.changed(request -> isForm(request)
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
}
