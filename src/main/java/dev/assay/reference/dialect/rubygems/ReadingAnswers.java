package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.wire.Answer;

/** What is answered when there is nothing to read. */
final class ReadingAnswers {

    static final String NO_GEM = "This rubygem could not be found.";

    private ReadingAnswers() {}

    static Answer noGem() {
        return Rails.text(404, NO_GEM);
    }

    static Answer noVersion() {
        return Rails.text(404, "This version could not be found.");
    }

    static Answer noGemOfThatVersion() {
        return Rails.text(404, "This gem could not be found");
    }
}
