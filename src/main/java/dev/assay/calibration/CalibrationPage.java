package dev.assay.calibration;

import dev.assay.calibration.CalibrationResult.Cell;
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

/** The result of a calibration as a page: each defect, what it breaks, and which scenarios caught it. */
final class CalibrationPage {
    private static final String TEMPLATE = "calibration/calibration.html";

    String render(CalibrationResult result, Catalogue catalogue) {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        return engine.parse(template(), Variant.forContentType("text/html"))
                .data(
                        "result",
                        Map.of(
                                "profile", result.profile(),
                                "cells", result.cells(),
                                "soundRuns", result.soundRuns().runs(),
                                "soundClean",
                                        result.soundRuns().runs()
                                                - result.soundRuns().withFindings(),
                                "seconds", result.durationMs() / 1000,
                                "missed",
                                        result.missed().stream()
                                                .map(CalibrationPage::cell)
                                                .toList(),
                                "falseAlarms",
                                        result.falseAlarms().stream()
                                                .map(CalibrationPage::cell)
                                                .toList(),
                                "defects",
                                        result.defects().stream()
                                                .map(t -> row(t, catalogue))
                                                .toList()))
                .render();
    }

    private static Map<String, Object> cell(Cell cell) {
        return Map.of("defect", cell.defect(), "requirement", cell.requirement(), "reason", cell.reason());
    }

    private static Map<String, Object> row(Tried tried, Catalogue catalogue) {
        return Map.of(
                "id", tried.id(),
                "title", tried.title(),
                "violates",
                        tried.violates().stream()
                                .map(id -> requirement(id, tried, catalogue))
                                .toList(),
                "caughtBy", tried.caughtBy(),
                "scenarios", tried.scenarios());
    }

    private static Map<String, Object> requirement(String id, Tried tried, Catalogue catalogue) {
        return Map.of(
                "id", id,
                "title", catalogue.find(id).map(r -> r.title()).orElse(""),
                "reported", tried.reported().contains(id));
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
