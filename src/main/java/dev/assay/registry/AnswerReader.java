package dev.assay.registry;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.ParseContext;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.assay.profile.Operation;
import dev.assay.registry.Outcome.Broken;
import dev.assay.registry.Outcome.Granted;
import dev.assay.registry.Outcome.Kind;
import dev.assay.registry.Outcome.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Judges an answer by what the profile says of the operation. */
final class AnswerReader {
    private static final JacksonJsonProvider PROVIDER = new JacksonJsonProvider();
    private static final ParseContext JSON = JsonPath.using(Configuration.builder()
            .jsonProvider(PROVIDER)
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build());
    private static final int SERVER_ERRORS = 500;
    private static final int LEAST_NOT_A_YES = 300;
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_.~+/=-]{16,}");

    private AnswerReader() {}

    static Outcome judge(Operation operation, Wire.Answer answer) {
        var granted = values(operation.granted(), answer);
        if (granted.isPresent()) {
            return complete(operation.granted(), granted.get())
                    ? new Granted(answer.status(), granted.get())
                    : new Broken(
                            Kind.UNEXPECTED,
                            "status " + answer.status() + " without " + missing(operation.granted(), granted.get())
                                    + " in the answer");
        }
        for (var unavailable : operation.unavailable()) {
            if (values(unavailable, answer).isPresent()) {
                return new Broken(Kind.UNAVAILABLE, "status " + answer.status() + ", reported as unavailable");
            }
        }
        if (answer.status() >= SERVER_ERRORS) {
            return new Broken(Kind.SERVER_ERROR, "status " + answer.status() + " " + answer.reason());
        }
        for (var refused : operation.refused()) {
            var values = values(refused, answer);
            if (values.isPresent()) {
                return new Refused(answer.status(), values.get());
            }
        }
        return new Broken(Kind.UNEXPECTED, "status " + answer.status() + ", which the profile does not describe here");
    }

    private static Optional<Map<String, String>> values(Operation.Answer kind, Wire.Answer answer) {
        if (!kind.status().contains(answer.status())) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        kind.extract().forEach((name, from) -> extract(from, answer).ifPresent(value -> values.put(name, value)));
        var fits = kind.where().entrySet().stream()
                .allMatch(condition -> extract(condition.getKey(), answer)
                        .filter(text -> Pattern.compile(condition.getValue())
                                .matcher(text)
                                .find())
                        .isPresent());
        return fits ? Optional.of(values) : Optional.empty();
    }

    private static boolean complete(Operation.Answer kind, Map<String, String> values) {
        return values.keySet().containsAll(kind.extract().keySet());
    }

    private static String missing(Operation.Answer kind, Map<String, String> values) {
        return kind.extract().entrySet().stream()
                .filter(e -> !values.containsKey(e.getKey()))
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .sorted()
                .findFirst()
                .orElse("anything");
    }

    /**
     * What may be a secret in an answer that was not understood: a registry token is a long word, wherever a profile that
     * is not right yet looks for it. Error codes and texts are kept.
     */
    static List<String> possibleSecrets(Wire.Answer answer) {
        return answer.status() >= LEAST_NOT_A_YES
                ? List.of()
                : LONG_WORD
                        .matcher(answer.body())
                        .results()
                        .map(MatchResult::group)
                        .toList();
    }

    static Optional<String> extract(String from, Wire.Answer answer) {
        if (from.equals("reason")) {
            return Optional.of(answer.reason());
        }
        if (from.equals("body")) {
            return Optional.of(answer.body());
        }
        if (from.equals("sha256")) {
            return Optional.of(answer.sha256());
        }
        if (from.startsWith("header ")) {
            return answer.header(from.substring("header ".length()));
        }
        return jsonPath(from, answer.body());
    }

    /** Objects stay JSON. */
    private static String text(Object found) {
        return found instanceof Map ? PROVIDER.toJson(found) : String.valueOf(found);
    }

    private static Optional<String> jsonPath(String path, String body) {
        try {
            Object found = JSON.parse(body).read(path);
            return Optional.ofNullable(found).map(AnswerReader::text);
        } catch (JsonPathException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
