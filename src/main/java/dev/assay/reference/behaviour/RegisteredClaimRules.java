package dev.assay.reference.behaviour;

import java.util.List;

/**
 * Which registered claims must be there and be of which type.
 *
 * @param required names that must be present and not null
 * @param text names whose value, if present, must be a text
 * @param wrongType a value of another type
 * @param empty an empty text where one is required
 */
public record RegisteredClaimRules(List<String> required, List<String> text, Leniency wrongType, Leniency empty) {}
