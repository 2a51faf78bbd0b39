package dev.assay.comparison;

import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.Optional;

/**
 * A scenario that came out in another way than before.
 *
 * @param before how it came out earlier; absent for a scenario that is new
 * @param after how it came out later; absent for a scenario that is gone
 */
public record Change(Optional<ScenarioResult> before, Optional<ScenarioResult> after) {

    /** In which direction. */
    public enum Direction {
        WORSE,
        BETTER,
        /** Neither: it became inapplicable, untested or gone, or a known deviation fails in another way. */
        ASIDE
    }

    /** The scenario's id. */
    public String id() {
        return latest().id();
    }

    /** The scenario's name. */
    public String name() {
        return latest().name();
    }

    /** Why it is not passed now, in one line. */
    public String reason() {
        return after.flatMap(ScenarioResult::reason).orElse("");
    }

    /** Such as {@code passed → failed}. */
    public String verdicts() {
        return before.map(Change::words).orElse("new") + " → "
                + after.map(Change::words).orElse("gone");
    }

    /** Whether that is for the worse. */
    public Direction direction() {
        int was = before.map(Change::trouble).orElse(0);
        int is = after.map(Change::trouble).orElse(0);
        if (is > was) {
            return Direction.WORSE;
        }
        return is < was && after.filter(Change::wasTried).isPresent() ? Direction.BETTER : Direction.ASIDE;
    }

    private static boolean wasTried(ScenarioResult scenario) {
        return scenario.verdict() != Verdict.UNTESTED && scenario.verdict() != Verdict.INAPPLICABLE;
    }

    /** Whether nobody wanted to know this time. */
    boolean wasLeftOut() {
        return after.filter(scenario -> scenario.verdict() == Verdict.UNTESTED)
                .flatMap(ScenarioResult::reason)
                .filter(reason -> reason.startsWith("not selected"))
                .isPresent();
    }

    static boolean differs(ScenarioResult before, ScenarioResult after) {
        return before.verdict() != after.verdict() || before.expected() != after.expected();
    }

    /** What is foretold is no trouble: it is known. A doubt is less than a failure. */
    private static int trouble(ScenarioResult scenario) {
        if (scenario.expected()) {
            return 0;
        }
        return switch (scenario.verdict()) {
            case FAILED -> 2;
            case CANT_TELL -> 1;
            case PASSED, INAPPLICABLE, UNTESTED -> 0;
        };
    }

    private static String words(ScenarioResult scenario) {
        var word = scenario.verdict() == Verdict.CANT_TELL
                ? "can’t tell"
                : scenario.verdict().word();
        return scenario.expected() ? word + " (expected)" : word;
    }

    private ScenarioResult latest() {
        return after.or(() -> before).orElseThrow();
    }
}
