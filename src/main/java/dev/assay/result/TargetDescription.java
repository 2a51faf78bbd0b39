package dev.assay.result;

import java.util.Optional;

/**
 * What was measured.
 *
 * @param kind {@code embedded} for a model of the registry, {@code live} for a running one
 * @param url the live target's base URL; for an embedded one the pattern of the loopback addresses used
 * @param behaviour the embedded registry's behaviour, absent for a live target
 * @param model what an embedded model rests on; absent for a live target
 * @param evidence in words, what an embedded model rests on (source and date), or that a live target was driven
 */
public record TargetDescription(
        String kind, String url, Optional<String> behaviour, Optional<Model> model, String evidence) {}
