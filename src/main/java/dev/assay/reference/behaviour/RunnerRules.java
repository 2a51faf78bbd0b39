package dev.assay.reference.behaviour;

import java.util.List;

/**
 * Which kinds of runner may have run the job.
 *
 * @param claim the claim that names the kind
 * @param allowed if not empty, the only kinds that are allowed
 * @param missing a token without the claim, when kinds are limited
 */
public record RunnerRules(String claim, List<String> allowed, Leniency missing) {}
