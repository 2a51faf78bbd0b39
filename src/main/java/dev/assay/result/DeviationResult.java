package dev.assay.result;

/**
 * A known deviation of the registry, as its profile lists it.
 *
 * @param requirement the requirement deviated from
 * @param reason what the registry does instead
 * @param source where that was read
 * @param healed whether no scenario failed any more, so that the entry should be deleted
 */
public record DeviationResult(String requirement, String reason, String source, boolean healed) {}
