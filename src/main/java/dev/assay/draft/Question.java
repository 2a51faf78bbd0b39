package dev.assay.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a profile has to say.
 *
 * @param id the answer's name
 * @param ask the question
 * @param explain one line for who does not know
 * @param suggestion the answer of who has none; {@code {name}} stands for the profile's name
 * @param pattern regular expression that an answer matches as a whole
 * @param one the only answers
 * @param several what an answer may list, separated by commas
 * @param unless the answers to other questions after which this one makes no sense
 */
public record Question(
        String id,
        String ask,
        String explain,
        @JsonProperty("default") String suggestion,
        Optional<String> pattern,
        List<String> one,
        List<String> several,
        Map<String, String> unless) {

    public Question {
        pattern = pattern == null ? Optional.empty() : pattern;
        one = one == null ? List.of() : List.copyOf(one);
        several = several == null ? List.of() : List.copyOf(several);
        unless = unless == null ? Map.of() : Map.copyOf(unless);
    }

    /** Whether it makes sense after these answers. */
    public boolean isOpen(Map<String, String> answers) {
        return unless.entrySet().stream().noneMatch(e -> e.getValue().equals(answers.get(e.getKey())));
    }

    /** What is wrong with an answer; empty if nothing is. */
    public Optional<String> complaint(String answer) {
        if (answer.isBlank()) {
            return Optional.of("an answer is needed");
        }
        if (!one.isEmpty() && !one.contains(answer)) {
            return Optional.of("it is one of " + String.join(", ", one));
        }
        if (!several.isEmpty() && !several.containsAll(items(answer))) {
            return Optional.of("it lists some of " + String.join(", ", several) + ", separated by commas");
        }
        return pattern.filter(p -> !answer.matches(p)).map(p -> "it has the form " + p);
    }

    /** The items of an answer that lists several. */
    static List<String> items(String answer) {
        return Arrays.stream(answer.split(",")).map(String::strip).toList();
    }
}
