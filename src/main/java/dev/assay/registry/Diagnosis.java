package dev.assay.registry;

import dev.assay.profile.Operation;
import dev.assay.result.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says why an answer was judged as it was, in the members of the profile that would have to change. */
final class Diagnosis {
    private static final int SERVER_ERRORS = 500;
    private static final String LISTED =
            "status %s is listed in %s, but no kind of answer that lists it fits: compare its conditions with the answer";

    private final String member;
    private final Operation operation;
    private final Secrets secrets;

    /**
     * A diagnosis of what was said in one operation.
     *
     * @param member the profile's member that describes it
     */
    Diagnosis(String member, Operation operation, Secrets secrets) {
        this.member = member;
        this.operation = operation;
        this.secrets = secrets;
    }

    Explanation of(Wire.Request request, Wire.Answer answer) {
        var rules = new ArrayList<Explanation.Rule>();
        for (var kind : kinds().entrySet()) {
            var rule = rule(kind.getKey(), kind.getValue(), answer);
            rules.add(rule);
            if (rule.fits()) {
                break;
            }
        }
        return new Explanation(member, rules, hints(request, answer));
    }

    /** Nothing came back. */
    Explanation ofSilence(Wire.Request request, String problem) {
        return new Explanation(member, List.of(), List.of(Silence.hint(request.url(), problem)));
    }

    /** In the order in which they are tried. */
    private Map<String, Operation.Answer> kinds() {
        var kinds = new LinkedHashMap<String, Operation.Answer>();
        kinds.put("granted", operation.granted());
        numbered("unavailable", operation.unavailable(), kinds);
        numbered("refused", operation.refused(), kinds);
        return kinds;
    }

    private static void numbered(String name, List<Operation.Answer> kinds, Map<String, Operation.Answer> into) {
        for (var i = 0; i < kinds.size(); i++) {
            into.put(name + "[" + i + "]", kinds.get(i));
        }
    }

    private Explanation.Rule rule(String name, Operation.Answer kind, Wire.Answer answer) {
        var obstacle = obstacle(name, kind, answer);
        if (obstacle.isPresent()) {
            return new Explanation.Rule(name, false, obstacle.get(), Map.of());
        }
        var missing = missing(kind, answer).values();
        var status = "status " + answer.status();
        return new Explanation.Rule(
                name,
                missing.isEmpty() || !name.equals("granted"),
                missing.isEmpty() ? status : status + ", but nothing at " + String.join(", ", missing),
                extracted(kind, answer));
    }

    /** What keeps an answer from being of a kind. */
    private Optional<String> obstacle(String name, Operation.Answer kind, Wire.Answer answer) {
        if (!kind.status().contains(answer.status())) {
            return Optional.of("status " + answer.status() + " is none of " + kind.status());
        }
        if (answer.status() >= SERVER_ERRORS && name.startsWith("refused")) {
            return Optional.of("a crash (5xx) never counts as a refusal; list it under unavailable if it is orderly");
        }
        return new TreeMap<>(kind.where())
                .entrySet().stream()
                        .flatMap(condition -> unmet(condition.getKey(), condition.getValue(), answer).stream())
                        .findFirst();
    }

    private Optional<String> unmet(String from, String pattern, Wire.Answer answer) {
        var text = AnswerReader.extract(from, answer);
        if (text.filter(t -> Pattern.compile(pattern).matcher(t).find()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("where " + from + ": "
                + text.map(t -> "'" + secrets.redact(t) + "' does not match " + pattern)
                        .orElse("nothing is found, and it has to match " + pattern));
    }

    private Map<String, String> extracted(Operation.Answer kind, Wire.Answer answer) {
        var found = new TreeMap<String, String>();
        kind.extract()
                .forEach((name, from) ->
                        AnswerReader.extract(from, answer).ifPresent(value -> found.put(name, secrets.redact(value))));
        return found;
    }

    /** What is not found, by name: where it was looked for. */
    private static Map<String, String> missing(Operation.Answer kind, Wire.Answer answer) {
        return kind.extract().entrySet().stream()
                .filter(entry -> AnswerReader.extract(entry.getValue(), answer).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private List<String> hints(Wire.Request request, Wire.Answer answer) {
        for (var kind : kinds().entrySet()) {
            if (obstacle(kind.getKey(), kind.getValue(), answer).isEmpty()) {
                return notFound(member + "." + kind.getKey(), kind.getValue(), answer);
            }
        }
        var listed = kinds().values().stream().anyMatch(kind -> kind.status().contains(answer.status()));
        return List.of(listed ? LISTED.formatted(answer.status(), member) : unlisted(request, answer));
    }

    private List<String> notFound(String kind, Operation.Answer rule, Wire.Answer answer) {
        var body = new AnswerBody(answer);
        return missing(rule, answer).entrySet().stream()
                .map(entry -> kind + ".extract." + entry.getKey() + ": "
                        + body.whyNothingAt(entry.getValue(), entry.getKey()))
                .map(secrets::redact)
                .toList();
    }

    private String unlisted(Wire.Request request, Wire.Answer answer) {
        var status = answer.status();
        var lists = kinds().entrySet().stream()
                .map(kind -> kind.getKey() + " lists " + kind.getValue().status())
                .collect(Collectors.joining(", "));
        return "status " + status + " is listed nowhere in " + member + " (" + lists + "). "
                + secrets.redact(StatusAdvice.of(member, request, answer));
    }
}
