package dev.assay.result;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The outcome of a scenario or of a requirement, in the words of the W3C's Evaluation and Report Language (EARL 1.0
 * Schema, §2.6).
 */
public enum Verdict {
    /** What the requirement demands was observed. */
    PASSED("passed"),
    /** The opposite of what the requirement demands was observed. */
    FAILED("failed"),
    /** It ran, and what was observed proves neither: a crash, or a refusal without an accepted twin. */
    CANT_TELL("cantTell"),
    /** The registry under test does not offer what the scenario is about. */
    INAPPLICABLE("inapplicable"),
    /** It did not run. */
    UNTESTED("untested");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word used in files and on the console. */
    @JsonValue
    public String word() {
        return word;
    }
}
