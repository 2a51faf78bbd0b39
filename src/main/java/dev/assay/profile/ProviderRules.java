package dev.assay.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry makes of one identity provider's tokens.
 *
 * @param name what the registry calls the provider
 * @param pins the claims that stand for a fact about a workload, by the fact's name: {@code repository}, {@code owner},
 *     {@code owner id}, {@code repository id}, {@code workflow}, {@code environment}
 * @param required further claims that must be there without being pinned, such as {@code jti}
 * @param refusedTriggers events whose workloads are always refused
 * @param runners {@code any}, or {@code hosted} where self-hosted runners are refused
 * @param idsLearned {@code entry} if a policy knows the ids behind its names when it is made, {@code firstUse} if the
 *     first workload that is accepted teaches them
 * @param temporaryPolicyDays after how many days a policy stops working that was made for a repository which could not be
 *     looked up, unless it was used before; absent where there are no such policies
 * @param ref the git ref that a run has to be on to publish a version, with {@code {version}} in it; absent if any will do
 * @param reusableWorkflows {@code caller} if the calling workflow is what a policy names, {@code callee} if the called one
 */
public record ProviderRules(
        String name,
        Map<String, List<String>> pins,
        List<String> required,
        List<String> refusedTriggers,
        String runners,
        String reusableWorkflows,
        String idsLearned,
        Optional<Integer> temporaryPolicyDays,
        Optional<String> ref) {

    public ProviderRules {
        pins = pins == null ? Map.of() : Map.copyOf(pins);
        required = required == null ? List.of() : List.copyOf(required);
        refusedTriggers = refusedTriggers == null ? List.of() : List.copyOf(refusedTriggers);
        runners = runners == null ? "any" : runners;
        idsLearned = idsLearned == null ? "entry" : idsLearned;
        temporaryPolicyDays = temporaryPolicyDays == null ? Optional.empty() : temporaryPolicyDays;
        ref = ref == null ? Optional.empty() : ref;
        reusableWorkflows = reusableWorkflows == null ? "caller" : reusableWorkflows;
    }

    /** Whether a policy compares this claim, or the registry at least demands it. */
    public boolean reads(String claim) {
        return required.contains(claim) || pins(claim);
    }

    /** Whether it does not matter on what kind of runner a job runs. */
    public boolean acceptsAnyRunner() {
        return runners.equals("any");
    }

    /** Whether policies say something about this fact. */
    public boolean names(String fact) {
        return pins.containsKey(fact);
    }

    /** Whether a policy compares this claim. */
    public boolean pins(String claim) {
        return pins.values().stream().anyMatch(claims -> claims.contains(claim));
    }
}
