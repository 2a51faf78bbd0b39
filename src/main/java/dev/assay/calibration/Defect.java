package dev.assay.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way in which a registry can be faulty.
 *
 * @param id short name, unique
 * @param title completes the sentence "a registry that ..."
 * @param violates the requirements it breaks: the suite has to report each of them
 * @param alsoViolates further requirements it may break, with the reason why
 * @param change the behaviour's change that makes a sound registry faulty (JSON Merge Patch)
 * @param seen where it was really found, if it was
 * @param notIn profiles of sound registries that cannot have it, each with the reason
 */
public record Defect(
        String id,
        String title,
        List<String> violates,
        Map<String, String> alsoViolates,
        JsonNode change,
        List<String> seen,
        Map<String, String> notIn) {

    public Defect {
        violates = List.copyOf(violates);
        alsoViolates = alsoViolates == null ? Map.of() : Map.copyOf(alsoViolates);
        notIn = notIn == null ? Map.of() : Map.copyOf(notIn);
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    /** Every requirement that may be reported. */
    List<String> requirements() {
        return Stream.concat(violates.stream(), alsoViolates.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static String chapter(String requirement) {
        return requirement.substring(0, requirement.indexOf('-'));
    }

    /** Their chapters. */
    List<String> chapters() {
        return requirements().stream().map(Defect::chapter).distinct().toList();
    }
}
