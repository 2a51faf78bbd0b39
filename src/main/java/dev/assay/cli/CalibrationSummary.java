package dev.assay.cli;

import dev.assay.calibration.CalibrationResult;
import dev.assay.calibration.CalibrationResult.Cell;
import dev.assay.calibration.CalibrationResult.ProfileSummary;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A calibration on the console: a line for each profile, and everything that is wrong with the suite. */
final class CalibrationSummary {
    private static final String ROW = "%-20s %8s %8s %9s %8s %14s %13s%n";

    private final PrintWriter console;

    CalibrationSummary(PrintWriter console) {
        this.console = console;
    }

    void print(CalibrationResult result, Path page) {
        console.println();
        result.missed().forEach(cell -> wrong("MISSED", cell));
        result.falseAlarms().forEach(cell -> wrong("FALSE ALARM", cell));
        result.unexcused().forEach(cell -> wrong("EXCUSED", cell));
        result.soundRuns().findings().forEach(f -> console.println("FALSE ALARM  sound registry " + f));
        console.printf(ROW, "Profile", "Defects", "Tried", "Verdicts", "Missed", "False alarms", "Sound runs");
        result.profiles().forEach(this::row);
        console.println();
        for (var defect : result.inexpressible()) {
            console.println(
                    "Cannot be expressed: " + defect.defect() + " in " + defect.profile() + ": " + defect.reason());
        }
        console.println("Cells    " + result.cells() + " pairs of defect and profile, " + result.requirementCells()
                + " verdicts on requirements");
        console.println("Took     " + result.durationMs() / 1000 + " s");
        console.println("Report   " + page);
    }

    private void row(ProfileSummary profile) {
        var sound = profile.soundRuns();
        console.printf(
                ROW,
                profile.profile(),
                profile.defects(),
                profile.cells(),
                profile.requirementCells(),
                profile.missed(),
                profile.falseAlarms(),
                (sound.runs() - sound.withFindings()) + "/" + sound.runs() + " clean");
    }

    private void wrong(String what, Cell cell) {
        console.printf("%-12s %s %s %s: %s%n", what, cell.profile(), cell.defect(), cell.requirement(), cell.reason());
    }
}
