package dev.assay.result;

import java.util.Collection;
import java.util.Collections;

/** How many scenarios, or requirements, came out with each verdict. */
public record Tally(int passed, int failed, int cantTell, int inapplicable, int untested) {

    /** Counts verdicts. */
    public static Tally of(Collection<Verdict> verdicts) {
        return new Tally(
                Collections.frequency(verdicts, Verdict.PASSED),
                Collections.frequency(verdicts, Verdict.FAILED),
                Collections.frequency(verdicts, Verdict.CANT_TELL),
                Collections.frequency(verdicts, Verdict.INAPPLICABLE),
                Collections.frequency(verdicts, Verdict.UNTESTED));
    }

    /** Adds two tallies, verdict by verdict. */
    public Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                failed + other.failed,
                cantTell + other.cantTell,
                inapplicable + other.inapplicable,
                untested + other.untested);
    }

    /** How many were counted in all. */
    public int total() {
        return passed + failed + cantTell + inapplicable + untested;
    }
}
