package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which versions will do.
 *
 * @param bounds all of which must hold
 */
record Requirement(List<Bound> bounds) {

    /**
     * A comparison with a version.
     *
     * @param operator such as {@code >=}
     * @param version what is compared with
     */
    record Bound(String operator, String version) {}

    static Requirement of(JsonNode yaml) {
        var bounds = new ArrayList<Bound>();
        yaml.path("requirements")
                .forEach(bound -> bounds.add(new Bound(
                        bound.path(0).asText(), bound.path(1).path("version").asText())));
        return new Requirement(bounds.isEmpty() ? List.of(new Bound(">=", "0")) : List.copyOf(bounds));
    }

    boolean isAnything() {
        return bounds.equals(List.of(new Bound(">=", "0")));
    }

    String text(String separator) {
        return bounds.stream()
                .map(bound -> bound.operator() + " " + bound.version())
                .collect(Collectors.joining(separator));
    }
}
