package dev.assay.registry;

import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges one answer by what the profile says of the operation. */
final class AnswerReader {
    private static final JacksonJsonProvider PROVIDER = new JacksonJsonProvider();
    private static final int SERVER_ERRORS = 500;
    private static final int LEAST_NOT_A_YES = 300;
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_.~+/=-]{16,}");
    private static final int SHOWN = 200;
    private static final int MOST_SECRETS = 64;

    private final Operation operation;
    private final Wire.Answer answer;
    private final StrictJson body;

    private AnswerReader(Operation operation, Wire.Answer answer) {
        this.operation = operation;
        this.answer = answer;
        this.body = new StrictJson(answer);
    }

    static Outcome judge(Operation operation, Wire.Answer answer) {
        return new AnswerReader(operation, answer).judge();
    }

    private Outcome judge() {
        var granted = values(operation.granted());
        if (granted.isPresent()) {
            return granted(granted.get());
        }
        for (var unavailable : operation.unavailable()) {
            var values = values(unavailable);
            if (values.isPresent()) {
                return new Broken(
                        Kind.UNAVAILABLE,
                        "status " + answer.status() + ", reported as unavailable" + said(values.get()));
            }
        }
        if (answer.status() >= SERVER_ERRORS) {
            return new Broken(
                    Kind.SERVER_ERROR,
                    "status " + answer.status() + " " + answer.reason() + unfit(operation.unavailable()));
        }
        for (var refused : operation.refused()) {
            var values = values(refused);
            if (values.isPresent()) {
                return refused(refused, values.get());
            }
        }
        if (Patience.isLimit(answer)) {
            return new Broken(Kind.LIMITED, "status " + answer.status() + limit());
        }
        return unexpected("status " + answer.status() + ", which the profile does not describe here"
                + unfit(operation.refused()) + redirect());
    }

    private Outcome granted(Map<String, Object> values) {
        var missing = operation.granted().extract().entrySet().stream()
                .filter(e -> !values.containsKey(e.getKey()))
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            var why = why();
            return new Broken(
                    why.isEmpty() ? Kind.INCOMPLETE : Kind.UNEXPECTED,
                    "status " + answer.status() + " without " + missing.get() + " in the answer" + why);
        }
        return values.entrySet().stream()
                .flatMap(e -> Credential.flaw(e.getKey(), e.getValue()).stream())
                .findFirst()
                .<Outcome>map(flaw -> unexpected("status " + answer.status() + ", but " + flaw))
                .orElseGet(() -> new Granted(answer.status(), texts(values)));
    }

    /** An answer that calls itself JSON and cannot be read is no orderly no. */
    private Outcome refused(Operation.Answer kind, Map<String, Object> values) {
        var readsJson = kind.extract().values().stream().anyMatch(from -> from.startsWith("$"));
        return readsJson
                        && body.claimsToBeJson()
                        && body.flaw().isPresent()
                        && !answer.body().isBlank()
                ? unexpected(
                        "status " + answer.status() + ", but " + body.flaw().get())
                : new Refused(answer.status(), texts(values));
    }

    /** What the registry says of its trouble. */
    private static String said(Map<String, Object> values) {
        return Stream.of("code", "message")
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
                .map(value -> ": " + Excerpt.of(text(value).strip(), SHOWN))
                .collect(Collectors.joining());
    }

    /** Which condition keeps an answer, whose status the profile lists, from being what it would be there. */
    private String unfit(List<Operation.Answer> kinds) {
        return kinds.stream()
                .filter(kind -> kind.status().contains(answer.status()))
                .flatMap(kind -> kind.where().entrySet().stream())
                .filter(condition -> !fits(condition))
                .findFirst()
                .map(condition -> "; it is listed, but "
                        + condition.getKey()
                        + extract(condition.getKey())
                                .map(found -> " is " + Excerpt.of(text(found), SHOWN) + ", not " + condition.getValue())
                                .orElse(" is not in it"))
                .orElse("");
    }

    private boolean fits(Map.Entry<String, String> condition) {
        return extract(condition.getKey())
                .filter(found -> Pattern.compile(condition.getValue())
                        .matcher(text(found))
                        .find())
                .isPresent();
    }

    private static Broken unexpected(String problem) {
        return new Broken(Kind.UNEXPECTED, problem);
    }

    /** Why the profile's JSONPaths find nothing, if that is for want of JSON. */
    private String why() {
        return operation.granted().extract().values().stream().anyMatch(from -> from.startsWith("$"))
                ? body.flaw().map(flaw -> ": " + flaw).orElse("")
                : "";
    }

    private String limit() {
        return ", the registry limits requests"
                + Patience.asked(answer)
                        .map(time -> " and asks to come back later (Retry-After: " + Excerpt.of(time, SHOWN) + ")")
                        .orElse("")
                + ": raise its limit for the test; --threads 1 helps, unless the scenario itself sends many at once";
    }

    /** What such an answer asks its reader to do, and that Assay does not. */
    private String redirect() {
        return answer.status() / 100 == 3
                ? answer.header("Location")
                        .map(value -> "; the redirect to " + Excerpt.of(value, SHOWN) + " was not followed")
                        .orElse("")
                : "";
    }

    private Optional<Map<String, Object>> values(Operation.Answer kind) {
        if (!kind.status().contains(answer.status())) {
            return Optional.empty();
        }
        var values = new HashMap<String, Object>();
        kind.extract().forEach((name, from) -> extract(from).ifPresent(value -> values.put(name, value)));
        return kind.where().entrySet().stream().allMatch(this::fits) ? Optional.of(values) : Optional.empty();
    }

    /**
     * What may be a secret in an answer that was not understood: a registry token is a long word, wherever a profile that
     * is not right yet looks for it. Error codes and texts are kept.
     */
    static List<String> possibleSecrets(Wire.Answer answer) {
        return answer.status() >= LEAST_NOT_A_YES
                ? List.of()
                : LONG_WORD
                        .matcher(Excerpt.of(answer.body(), Transcript.SEARCHED_OF_BODY))
                        .results()
                        .limit(MOST_SECRETS)
                        .map(MatchResult::group)
                        .toList();
    }

    /** What a profile's extraction finds. */
    static Optional<String> extract(String from, Wire.Answer answer) {
        return extract(from, answer, new StrictJson(answer)).map(AnswerReader::text);
    }

    private Optional<Object> extract(String from) {
        return extract(from, answer, body);
    }

    private static Optional<Object> extract(String from, Wire.Answer answer, StrictJson body) {
        if (from.startsWith("header ")) {
            return answer.header(from.substring("header ".length())).map(value -> value);
        }
        return switch (from) {
            case "reason" -> Optional.of(answer.reason());
            case "body" -> Optional.of(answer.body());
            case "sha256" -> Optional.of(answer.sha256());
            default -> body.find(from);
        };
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new HashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** Objects stay JSON. */
    private static String text(Object found) {
        return found instanceof Map ? PROVIDER.toJson(found) : String.valueOf(found);
    }
}
