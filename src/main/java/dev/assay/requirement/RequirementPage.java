package dev.assay.requirement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The catalogue as a page for people, in Markdown: each requirement with where it comes from, which scenarios try it, and
 * which defects prove that they would notice.
 */
public final class RequirementPage {
    private final Catalogue catalogue;
    private final Map<String, List<Scenario>> scenarios;
    private final Map<String, List<Defect>> defects;

    /**
     * A scenario that bears on a requirement.
     *
     * @param name with the row's values filled in
     * @param file feature file, such as {@code features/id-token/audience.feature}
     */
    public record Scenario(String name, String file) {}

    /**
     * A way to break a requirement.
     *
     * @param id unique
     * @param title completes the sentence "a registry that ..."
     */
    public record Defect(String id, String title) {}

    /** A page; scenarios and defects by the requirements' ids. */
    public RequirementPage(
            Catalogue catalogue, Map<String, List<Scenario>> scenarios, Map<String, List<Defect>> defects) {
        this.catalogue = catalogue;
        this.scenarios = Map.copyOf(scenarios);
        this.defects = Map.copyOf(defects);
    }

    /** The text, ended by a line feed. */
    public String render() {
        return """
                # What is demanded of a registry

                Made from `features/` and `src/main/resources/defects/`; do not edit. Made anew by

                    java -jar target/assay.jar list requirements --markdown > docs/requirements.md

                A MUST that is not met makes a registry not conformant, a SHOULD is a deviation, a MAY is information. "Noticed
                by" names the defects that are put into a sound registry to see whether the scenarios notice.
                """ + catalogue.chapters().stream().map(this::chapter).collect(joining());
    }

    private String chapter(Catalogue.Chapter chapter) {
        return "\n## " + chapter.id() + ": " + chapter.title() + "\n\n" + oneLine(chapter.summary()) + "\n"
                + catalogue.requirements().stream()
                        .filter(requirement -> requirement.chapter().equals(chapter.id()))
                        .map(this::requirement)
                        .collect(joining());
    }

    private String requirement(Requirement requirement) {
        return "\n### " + requirement.id() + " " + requirement.title() + "\n\n**" + requirement.level() + ".** "
                + oneLine(requirement.statement()) + " " + oneLine(requirement.rationale()) + "\n\n"
                + "Source: " + sources(requirement) + ".\n\n" + tried(requirement) + noticed(requirement);
    }

    private String sources(Requirement requirement) {
        return requirement.sources().stream().map(this::source).collect(joining("; "));
    }

    private String source(Requirement.Source source) {
        var document = catalogue.documents().get(source.document());
        return document == null
                ? source.document() + ", " + source.section()
                : "[" + document.title() + "](" + document.link() + "), " + source.section();
    }

    private String tried(Requirement requirement) {
        var bearing = scenarios.getOrDefault(requirement.id(), List.of());
        if (bearing.isEmpty()) {
            return "No scenario: "
                    + requirement.notYet().or(requirement::declared).orElse("none yet") + ".\n";
        }
        var files = bearing.stream()
                .collect(groupingBy(Scenario::file, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> "[" + entry.getKey() + "](../" + entry.getKey() + ")\n\n"
                        + entry.getValue().stream()
                                .map(scenario -> "- " + plain(scenario.name()) + "\n")
                                .collect(joining()))
                .collect(joining("\n"));
        return "<details><summary>" + counted(bearing.size(), "scenario") + "</summary>\n\n" + files + "\n</details>\n";
    }

    private String noticed(Requirement requirement) {
        var breaking = defects.getOrDefault(requirement.id(), List.of());
        return breaking.isEmpty()
                ? ""
                : "\nNoticed by " + counted(breaking.size(), "defect") + ", a registry that\n\n"
                        + breaking.stream()
                                .map(defect -> "- " + plain(defect.title()) + " (`" + defect.id() + "`)\n")
                                .collect(joining());
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Text in which nothing is markup but code. */
    private static String plain(String text) {
        return text.replaceAll("([*_<>\\[\\]](?=(?:[^`]*`[^`]*`)*[^`]*$))", "\\\\$1");
    }
}
