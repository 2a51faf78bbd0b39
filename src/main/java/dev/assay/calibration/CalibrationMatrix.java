package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.requirement.Catalogue;
import dev.assay.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One kind of registry's defects against the requirements that had a verdict, as a table. */
final class CalibrationMatrix {
    private final DefectCatalogue defects;
    private final List<String> columns;

    /** What a cell of the table says. */
    private enum Cell {
        CAUGHT("c", "●", "broken and reported"),
        MISSED("m", "✗", "broken and not reported"),
        EXPLAINED("e", "○", "reported as a consequence"),
        FALSE_ALARM("f", "!", "reported, but not broken"),
        QUIET("q", "·", "not broken, not reported"),
        UNASKED("u", "", "not asked");

        private final String code;
        private final String sign;
        private final String words;

        Cell(String code, String sign, String words) {
            this.code = code;
            this.sign = sign;
            this.words = words;
        }

        Map<String, String> view() {
            return Map.of("code", code, "sign", sign, "words", words);
        }
    }

    CalibrationMatrix(Catalogue catalogue, DefectCatalogue defects, List<Tried> tried) {
        this.defects = defects;
        Set<String> judged = tried.stream().flatMap(t -> t.judged().stream()).collect(Collectors.toSet());
        this.columns = catalogue.requirements().stream()
                .map(Requirement::id)
                .filter(judged::contains)
                .toList();
    }

    /** Ids of the requirements. */
    List<String> columns() {
        return columns;
    }

    List<Map<String, String>> cells(Tried tried) {
        return columns.stream().map(id -> cell(tried, id).view()).toList();
    }

    private Cell cell(Tried tried, String requirement) {
        var reported = tried.reported().contains(requirement);
        if (tried.violates().contains(requirement)) {
            return reported ? Cell.CAUGHT : Cell.MISSED;
        }
        if (reported) {
            return defects.find(tried.id())
                    .filter(d -> d.requirements().contains(requirement))
                    .map(d -> Cell.EXPLAINED)
                    .orElse(Cell.FALSE_ALARM);
        }
        return tried.judged().contains(requirement) ? Cell.QUIET : Cell.UNASKED;
    }
}
