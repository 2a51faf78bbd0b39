package dev.assay.report;

import dev.assay.result.DeviationResult;
import dev.assay.result.Model.EvidenceNote;
import dev.assay.result.ProfileRun;
import dev.assay.result.RequirementResult;
import dev.assay.result.Result;
import dev.assay.result.ScenarioResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Requirement by registry: several runs side by side. Requirements about which registries differ come first.
 *
 * @param columns one for each run
 * @param rows one for each requirement
 */
record Matrix(List<Column> columns, List<Row> rows) {

    /**
     * One run.
     *
     * @param folder where its own report is, beside the matrix
     * @param numbers its requirements by verdict
     */
    record Column(ProfileRun run, String folder, Numbers numbers) {
        public String basis() {
            return run.target()
                    .model()
                    .map(model -> model.basis().equals("inferred")
                            ? "inferred, " + model.date()
                            : "modelled from " + model.basis() + ", " + model.date())
                    .orElse("live target");
        }
    }

    /**
     * One requirement.
     *
     * @param cells in the order of the columns
     * @param differs whether registries differ in how they meet it
     */
    record Row(RequirementResult requirement, List<Cell> cells, boolean differs) {}

    /**
     * How one registry meets one requirement.
     *
     * @param reason why it is not simply met
     * @param numbers the scenarios by verdict
     * @param bearings the scenarios that did not pass
     * @param basis what the verdict rests on
     * @param notes what is assumed
     */
    record Cell(
            String folder,
            String title,
            Mark mark,
            String reason,
            Numbers numbers,
            List<Bearing> bearings,
            String basis,
            List<EvidenceNote> notes,
            List<DeviationResult> deviations) {
        /** One letter for what the verdict rests on; nothing for the registry's source or a live target. */
        public String basisMark() {
            return switch (basis) {
                case "documentation" -> "d";
                case "inferred" -> "i";
                case "unknown" -> "u";
                default -> "";
            };
        }
    }

    /** A scenario that did not pass, and why. */
    record Bearing(ScenarioResult scenario, Mark mark, String folder, String anchor) {
        public String reason() {
            return scenario.reason().orElse("");
        }
    }

    /** The matrix of a result with several runs. */
    static Matrix of(Result result) {
        var columns = result.runs().stream()
                .map(run -> new Column(
                        run,
                        folder(result, run),
                        Numbers.of(
                                "requirement",
                                run.requirements().stream().map(Mark::of).toList())))
                .toList();
        var rows = result.runs().stream()
                .flatMap(run -> run.requirements().stream())
                .collect(Collectors.toMap(RequirementResult::id, r -> r, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(requirement -> row(requirement, columns))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
        return new Matrix(columns, rows);
    }

    /** The folder of a run's own report: the profile's name, with the identity provider's where there are several. */
    static String folder(Result result, ProfileRun run) {
        var alone = result.runs().stream()
                        .filter(other -> other.profile().equals(run.profile()))
                        .count()
                == 1;
        return alone ? run.profile() : run.profile() + "-" + run.identityProvider();
    }

    private static Row row(RequirementResult requirement, List<Column> columns) {
        var cells =
                columns.stream().map(column -> cell(requirement.id(), column)).toList();
        var told = cells.stream()
                .map(Cell::mark)
                .filter(mark -> mark != Mark.NOTHING_APPLICABLE && mark != Mark.UNTESTED)
                .collect(Collectors.toSet());
        return new Row(requirement, cells, told.size() > 1);
    }

    private static Cell cell(String id, Column column) {
        var run = column.run();
        var requirement =
                run.requirements().stream().filter(r -> r.id().equals(id)).findFirst();
        var bearing = run.scenarios().stream()
                .filter(scenario -> scenario.requirements().contains(id))
                .toList();
        var anchors = new Anchors(run);
        return new Cell(
                column.folder(),
                run.title(),
                requirement.map(Mark::of).orElse(Mark.UNTESTED),
                requirement.map(r -> r.reason().orElse("")).orElse("not part of this run"),
                Numbers.of("scenario", bearing.stream().map(Mark::of).toList()),
                bearing.stream()
                        .filter(scenario -> Mark.of(scenario) != Mark.PASSED)
                        .map(s -> new Bearing(s, Mark.of(s), column.folder(), anchors.of(s.id())))
                        .toList(),
                run.target().model().map(model -> model.basisFor(id)).orElse("live"),
                run.target().model().map(model -> model.notesFor(id)).orElse(List.of()),
                run.deviations().stream()
                        .filter(deviation -> deviation.requirement().equals(id) && !deviation.healed())
                        .toList());
    }
}
