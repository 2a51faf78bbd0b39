package dev.assay.cli;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.assay.calibration.DefectCatalogue;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.RequirementPage;
import dev.assay.run.FeatureLibrary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;

/** Brings catalogue, features and defects together on one page. */
final class RequirementPages {
    private RequirementPages() {}

    static RequirementPage of(Catalogue catalogue, FeatureLibrary features, DefectCatalogue defects) {
        return new RequirementPage(
                catalogue,
                features.scenarios().stream()
                        .collect(byRequirement(
                                scenario -> scenario.requirements(),
                                scenario -> new RequirementPage.Scenario(
                                        scenario.name(), scenario.location().replaceFirst(":\\d+$", "")))),
                defects.all().stream()
                        .collect(byRequirement(
                                defect -> defect.violates(),
                                defect -> new RequirementPage.Defect(defect.id(), defect.title()))));
    }

    private static <T, R> Collector<T, ?, Map<String, List<R>>> byRequirement(
            Function<T, List<String>> requirements, Function<T, R> shown) {
        return flatMapping(
                item -> requirements.apply(item).stream().map(id -> Map.entry(id, shown.apply(item))),
                groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
