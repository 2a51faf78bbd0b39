package dev.assay.run;

import dev.assay.registry.PublisherPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @param packageName the package that it covers
     * @param issuer the identity provider's issuer
     * @param publisher what to enter
     * @param scenario the scenario that needs it
     */
    public record PlannedPolicy(String packageName, String issuer, PublisherPolicy publisher, String scenario) {}

    /** The policies as a profile's plan template sees them. */
    public List<Map<String, Object>> asTemplateValues() {
        return policies.stream().map(Plan::values).toList();
    }

    private static Map<String, Object> values(PlannedPolicy policy) {
        var values = new HashMap<String, Object>();
        values.put("package", policy.packageName());
        values.put("issuer", policy.issuer());
        values.put("publisher", policy.publisher().asTemplateValues());
        values.put("scenario", policy.scenario());
        return values;
    }
}
