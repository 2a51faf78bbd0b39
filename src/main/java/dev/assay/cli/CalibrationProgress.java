package dev.assay.cli;

import java.io.PrintWriter;

/** Says how far a calibration is, in tenths. */
final class CalibrationProgress {
    private static final int PARTS = 10;

    private final PrintWriter err;
    private final int total;
    private int done;
    private int part;

    CalibrationProgress(PrintWriter err, int total) {
        this.err = err;
        this.total = total;
    }

    void done(String defect) {
        done++;
        if (PARTS * done / total > part) {
            part = PARTS * done / total;
            err.println("calibration: " + done + " of " + total + " defects");
            err.flush();
        }
    }
}
