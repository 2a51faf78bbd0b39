package dev.assay.run;

import dev.assay.registry.PublisherPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run needs on a live target before it can begin.
 *
 * @param profile the profile's id
 * @param runId the run's name
 * @param policies every policy, in the order of the scenarios
 */
public record Plan(String profile, String runId, List<PlannedPolicy> policies) {

    /**
     * A policy to enter.
     *
     * @param id unique within the plan
     * @param packages the packages that it covers
     * @param issuer the identity provider's issuer
     * @param publisher what to enter
     * @param scenario the scenario that needs it
     */
    public record PlannedPolicy(
            String id, List<String> packages, String issuer, PublisherPolicy publisher, String scenario) {}

    /** What a probe needs. */
    public static PlannedPolicy ofProbe(String packageName, String issuer, PublisherPolicy publisher) {
        return new PlannedPolicy(packageName + "-0", List.of(packageName), issuer, publisher, "probe");
    }

    /** The same plan with one more policy, at its end. */
    public Plan with(PlannedPolicy policy) {
        return new Plan(
                profile,
                runId,
                Stream.concat(policies.stream(), Stream.of(policy)).toList());
    }

    /** The policies as a profile's plan template sees them. */
    public List<Map<String, Object>> asTemplateValues() {
        return policies.stream().map(Plan::values).toList();
    }

    private static Map<String, Object> values(PlannedPolicy policy) {
        return Map.of(
                "id", policy.id(),
                "packages", policy.packages(),
                "issuer", policy.issuer(),
                "publisher", policy.publisher().asTemplateValues(),
                "scenario", policy.scenario());
    }
}
