package dev.assay.cli;

import dev.assay.comparison.IncomparableException;
import dev.assay.document.InvalidDocumentException;
import dev.assay.report.ReportException;
import java.util.List;

/** Tells problems that the user can mend from mistakes of the program. */
final class Problems {
    private static final List<Class<? extends Exception>> THE_USERS = List.of(
            UsageProblem.class, IncomparableException.class, InvalidDocumentException.class, ReportException.class);

    private Problems() {}

    static boolean areTheUsers(Exception e) {
        return THE_USERS.stream().anyMatch(kind -> kind.isInstance(e));
    }
}
