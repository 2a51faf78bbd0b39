package dev.assay.calibration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How much the name of a scenario has in common with what is said of a defect. A word that few scenarios have in their
 * names counts for more (inverse document frequency); words are the same if they start the same.
 */
final class Likeness {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final int STEM = 6;

    private final Map<String, Set<String>> wordsOf;
    private final Map<String, Double> weights;

    Likeness(List<Candidate> candidates) {
        wordsOf = candidates.stream().collect(toMap(Candidate::id, candidate -> words(candidate.id())));
        weights =
                wordsOf.values().stream()
                        .flatMap(Set::stream)
                        .collect(groupingBy(Function.identity(), counting()))
                        .entrySet()
                        .stream()
                        .collect(toMap(
                                Map.Entry::getKey, word -> Math.log((double) candidates.size() / word.getValue())));
    }

    /** Of all scenarios to the defect, by their ids; nothing in common is 0. */
    Map<String, Double> to(Defect defect) {
        var said = words(defect.id() + " " + defect.title());
        return wordsOf.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, scenario -> inCommon(scenario.getValue(), said)));
    }

    private double inCommon(Set<String> words, Set<String> said) {
        return words.stream().filter(said::contains).mapToDouble(weights::get).sum();
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(toUnmodifiableSet());
    }
}
