package dev.assay.result;

import java.util.Optional;

/**
 * One sentence of a scenario.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And} or {@code But}
 * @param text the sentence
 * @param status {@code passed}, {@code failed} or {@code skipped}
 * @param problem what was wrong, one line
 */
public record StepResult(String keyword, String text, String status, Optional<String> problem) {}
