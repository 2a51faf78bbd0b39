package dev.assay.profile;

import java.util.List;
import java.util.Map;

/**
 * What the registry makes of one identity provider's tokens.
 *
 * @param name what the registry calls the provider
 * @param pins the claims that stand for a fact about a workload, by the fact's name: {@code repository}, {@code owner},
 *     {@code owner id}, {@code repository id}, {@code workflow}, {@code environment}
 * @param required further claims that must be there without being pinned, such as {@code jti}
 * @param refusedTriggers events whose workloads are always refused
 * @param runners {@code any}, or {@code hosted} where self-hosted runners are refused
 * @param reusableWorkflows {@code caller} if the calling workflow is what a policy names, {@code callee} if the called one
 */
public record ProviderRules(
        String name,
        Map<String, List<String>> pins,
        List<String> required,
        List<String> refusedTriggers,
        String runners,
        String reusableWorkflows) {

    public ProviderRules {
        pins = pins == null ? Map.of() : Map.copyOf(pins);
        required = required == null ? List.of() : List.copyOf(required);
        refusedTriggers = refusedTriggers == null ? List.of() : List.copyOf(refusedTriggers);
        runners = runners == null ? "any" : runners;
        reusableWorkflows = reusableWorkflows == null ? "caller" : reusableWorkflows;
    }

    /** Whether a policy compares this claim, or the registry at least demands it. */
    public boolean reads(String claim) {
        return required.contains(claim) || pins.values().stream().anyMatch(claims -> claims.contains(claim));
    }
}
