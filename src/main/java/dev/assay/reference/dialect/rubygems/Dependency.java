package dev.assay.reference.dialect.rubygems;

import java.util.ArrayList;
import java.util.List;

/**
 * What a gem needs.
 *
 * @param name of another gem
 * @param requirement which of its versions
 * @param type {@code :runtime} or {@code :development}
 */
record Dependency(String name, Requirement requirement, String type) {

    static List<Dependency> of(GemSpecification specification) {
        var dependencies = new ArrayList<Dependency>();
        specification
                .yaml()
                .path("dependencies")
                .forEach(dependency -> dependencies.add(new Dependency(
                        dependency.path("name").asText(),
                        Requirement.of(dependency.path("requirement")),
                        dependency.path("type").asText(":runtime"))));
        return dependencies;
    }

    boolean isForRunning() {
        return type.equals(":runtime");
    }
}
