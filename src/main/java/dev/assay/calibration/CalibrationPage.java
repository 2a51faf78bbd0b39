package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Cell;
import dev.assay.calibration.CalibrationResult.ProfileSummary;
import dev.assay.calibration.CalibrationResult.Tried;
import dev.assay.requirement.Catalogue;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of a calibration as a page: each defect, what it breaks, and which scenarios caught it. */
final class CalibrationPage {
    private static final String TEMPLATE = "calibration/calibration.html";

    private final CalibrationResult result;
    private final Catalogue catalogue;
    private final DefectCatalogue defects;

    CalibrationPage(CalibrationResult result, Catalogue catalogue, DefectCatalogue defects) {
        this.result = result;
        this.catalogue = catalogue;
        this.defects = defects;
    }

    /**
     * The page.
     *
     * @param runs relative address of a report of runs, if there is one
     */
    String render(Optional<String> runs) {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        var sound = result.soundRuns();
        return engine.parse(template(), Variant.forContentType("text/html"))
                .data("result", result)
                .data("runs", runs.orElse(""))
                .data("without", List.copyOf(defects.without().entrySet()))
                .data("clean", sound.runs() - sound.withFindings())
                .data("seconds", result.durationMs() / 1000)
                .data("profiles", result.profiles().stream().map(this::profile).toList())
                .render();
    }

    private Map<String, Object> profile(ProfileSummary summary) {
        var tried = result.defects().stream()
                .filter(t -> t.profile().equals(summary.profile()))
                .toList();
        var matrix = new CalibrationMatrix(catalogue, defects, tried);
        return Map.of(
                "summary", summary,
                "columns", matrix.columns(),
                "rows", tried.stream().map(t -> row(t, matrix)).toList(),
                "inexpressible",
                        result.inexpressible().stream()
                                .filter(i -> i.profile().equals(summary.profile()))
                                .toList());
    }

    private Map<String, Object> row(Tried tried, CalibrationMatrix matrix) {
        return Map.of(
                "tried", tried,
                "cells", matrix.cells(tried),
                "violates",
                        tried.violates().stream()
                                .map(id -> requirement(id, tried))
                                .toList(),
                "alarms",
                        result.falseAlarms().stream()
                                .filter(cell -> isOf(cell, tried))
                                .map(Cell::requirement)
                                .toList());
    }

    private static boolean isOf(Cell cell, Tried tried) {
        return cell.profile().equals(tried.profile()) && cell.defect().equals(tried.id());
    }

    private Map<String, Object> requirement(String id, Tried tried) {
        return Map.of(
                "id", id,
                "title", catalogue.find(id).map(r -> r.title()).orElse(""),
                "reported", tried.reported().contains(id),
                "caughtBy", tried.caughtBy().getOrDefault(id, List.of()));
    }

    private static String template() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is not shipped");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
