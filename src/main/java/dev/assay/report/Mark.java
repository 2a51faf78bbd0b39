package dev.assay.report;

import dev.assay.result.RequirementResult;
import dev.assay.result.ScenarioResult;
import dev.assay.result.Verdict;
import java.util.Locale;

/** How a verdict is shown: always as a symbol and a word, and only then in a colour. In order of urgency. */
enum Mark {
    FAILED("✗", "x", "failed"),
    CANT_TELL("?", "?", "can’t tell"),
    EXPECTED("△", "~", "failed (expected)"),
    UNTESTED("○", "o", "untested"),
    PASSED("✓", "+", "passed"),
    INAPPLICABLE("–", "-", "inapplicable"),
    /** A requirement on which no scenario bears that applies: it is not met, for nothing was shown. */
    NOTHING_APPLICABLE("–", "-", "nothing applicable");

    private final String symbol;
    private final String ascii;
    private final String word;

    Mark(String symbol, String ascii, String word) {
        this.symbol = symbol;
        this.ascii = ascii;
        this.word = word;
    }

    static Mark of(Verdict verdict, boolean expected) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case FAILED -> expected ? EXPECTED : FAILED;
            case CANT_TELL -> CANT_TELL;
            case INAPPLICABLE -> INAPPLICABLE;
            case UNTESTED -> UNTESTED;
        };
    }

    static Mark of(RequirementResult requirement) {
        return requirement.verdict() == Verdict.INAPPLICABLE
                ? NOTHING_APPLICABLE
                : of(requirement.verdict(), requirement.expected());
    }

    static Mark of(ScenarioResult scenario) {
        return of(scenario.verdict(), scenario.expected());
    }

    public String symbol() {
        return symbol;
    }

    /** The symbol for terminals that know ASCII only. */
    String ascii() {
        return ascii;
    }

    public String word() {
        return word;
    }

    /** Name in style sheets and filters: one letter, because a page has thousands. */
    public String letter() {
        return this == CANT_TELL
                ? "c"
                : this == NOTHING_APPLICABLE
                        ? INAPPLICABLE.letter()
                        : name().substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
