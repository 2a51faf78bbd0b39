package dev.assay.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer's content as the author of a profile looks at it: what there is to extract. */
final class AnswerBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 40;
    private static final int DEEPEST = 5;

    private final Wire.Answer answer;

    AnswerBody(Wire.Answer answer) {
        this.answer = answer;
    }

    /**
     * Why an extraction finds nothing, and what there is instead.
     *
     * @param from the extraction, such as {@code $.token}
     * @param name what it is extracted as
     */
    String whyNothingAt(String from, String name) {
        if (from.startsWith("header ")) {
            return "there is no header field " + from.substring("header ".length()) + "; there are "
                    + answer.headers().stream().map(Wire.Header::name).collect(Collectors.joining(", "));
        }
        if (answer.body().isBlank()) {
            return from + " finds nothing, because the answer has no body";
        }
        return tree().map(tree -> inJson(tree, from, name)).orElseGet(() -> notJson(from));
    }

    private Optional<JsonNode> tree() {
        try {
            return Optional.ofNullable(JSON.readTree(answer.body()));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private String notJson(String from) {
        var body = answer.body().strip();
        var begins = body.substring(0, Math.min(SHOWN, body.length()))
                .lines()
                .findFirst()
                .orElse("");
        return from + " finds nothing, because the body is not JSON ("
                + answer.header("Content-Type").orElse("no Content-Type") + ", it begins '" + begins
                + "'). Is the path right, and does the request ask for JSON (Accept: application/json)?";
    }

    private static String inJson(JsonNode tree, String from, String name) {
        var perhaps = places(tree, "$", lastWord(from), name, 0);
        return from + " finds nothing; " + members(tree)
                + (perhaps.isEmpty() ? "" : ". Perhaps " + String.join(" or ", perhaps));
    }

    private static String members(JsonNode tree) {
        if (tree.isArray()) {
            return "the body is a list of " + tree.size() + " (use $[0])";
        }
        if (!tree.isObject()) {
            return "the body is a single " + tree.getNodeType().name().toLowerCase(Locale.ROOT) + " (use $)";
        }
        var names = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(names::add);
        return names.isEmpty()
                ? "the body is an empty object"
                : "the body's top-level members are " + String.join(", ", names);
    }

    /** Where members of that name, or of a longer one that holds it, are found. */
    private static List<String> places(JsonNode node, String path, String word, String name, int depth) {
        var found = new ArrayList<String>();
        if (depth > DEEPEST) {
            return found;
        }
        node.properties().forEach(member -> {
            var key = member.getKey().toLowerCase(Locale.ROOT);
            var at = path + "." + member.getKey();
            if (member.getValue().isValueNode()
                    && (key.contains(word.toLowerCase(Locale.ROOT)) || key.contains(name.toLowerCase(Locale.ROOT)))) {
                found.add(at);
            }
            found.addAll(places(member.getValue(), at, word, name, depth + 1));
        });
        if (node.isArray() && !node.isEmpty()) {
            found.addAll(places(node.get(0), path + "[0]", word, name, depth + 1));
        }
        return found;
    }

    private static String lastWord(String path) {
        return path.replaceFirst("^.*[.\\[]", "").replaceAll("[^A-Za-z0-9_-]", "");
    }
}
